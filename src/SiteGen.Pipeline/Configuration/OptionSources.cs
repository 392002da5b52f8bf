using System.Collections.Immutable;

namespace SiteGen.Pipeline.Configuration;

/// <summary>Where the options of a site are read, highest first: command line, environment, configuration files.</summary>
/// <param name="CommandLine">The options of the command line.</param>
public sealed record OptionSources(RawOptions CommandLine)
{
    /// <summary>The key of the environment, which no file has.</summary>
    internal const string EnvironmentKey = "environment";

    /// <summary>The key of the file of libvips, which only a variable can set: it is a matter of the machine, not of the site.</summary>
    internal const string ImageLibraryKey = "libvips";

    private static readonly ImmutableArray<string> s_endings = [".yml", ".yaml"];

    /// <summary>The configuration files that the command line names, later over earlier; empty for those in the site's folder.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>The options from variables of the environment.</summary>
    public RawOptions Variables { get; init; } = RawOptions.None;

    /// <summary>These sources with an option of the command line; null leaves it as it is.</summary>
    public OptionSources With(string key, bool? value) => this with { CommandLine = CommandLine.With(key, value) };

    /// <summary>These sources with an option of the command line; null leaves it as it is.</summary>
    public OptionSources With(string key, string? value) => this with { CommandLine = CommandLine.With(key, value) };

    /// <summary>The site's folder, as an absolute path.</summary>
    public string SourceFolder => CommandLine.SourceFolder;

    /// <summary>The environment that is named, such as <c>staging</c>; null when none is.</summary>
    public string? Environment => CommandLine.ValueOf(EnvironmentKey) ?? Variables.ValueOf(EnvironmentKey);

    /// <summary>
    /// The names that each configuration file may have, later files over earlier: <c>sitegen.yml</c>, and for the environment
    /// <c>sitegen.staging.yml</c>.
    /// </summary>
    public ImmutableArray<ImmutableArray<string>> Names =>
        !Files.IsEmpty
            ? [.. Files.Select(ImmutableArray.Create)]
            : [NamesOf("sitegen"), NamesOf($"sitegen.{Environment ?? SiteOptions.Production}")];

    /// <summary>The absolute path of a configuration file: a name on the command line, or a file in the site's folder.</summary>
    public string FullPathOf(string name) => Files.IsEmpty ? Path.Combine(SourceFolder, name) : Path.GetFullPath(name);

    /// <summary>Whether a file is, or would be, one of the configuration.</summary>
    /// <param name="fullPath">An absolute path.</param>
    public bool Include(string fullPath) => Names.SelectMany(names => names).Any(name => FullPathOf(name) == fullPath);

    private static ImmutableArray<string> NamesOf(string stem) => [.. s_endings.Select(ending => stem + ending)];
}
