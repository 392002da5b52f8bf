using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Configuration.Readers;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Rules.Silencing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Loading;

/// <summary>Finds and reads a site's configuration, and resolves it together with the environment and the command line.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The door through which the configuration is read")]
public static class SiteFile
{
    private const string UsualName = "sitegen.yml";

    /// <summary>The options of a build, which must not run if there are errors.</summary>
    /// <remarks>The build reports what is no error with its own problems.</remarks>
    /// <param name="sources">Where the options are read.</param>
    /// <param name="clock">The clock, for posts dated in the future.</param>
    public static ParseResult<SiteOptions> Load(OptionSources sources, TimeProvider clock)
    {
        var files = Read(sources);
        var theme = ReadTheme(files.Options);
        var resolved = OptionsResolver.Resolve(files.Options, files.ShownPath, clock, theme.Value);
        if (files.Refusal is { } refusal)
        {
            return new(resolved.Value, [refusal]);
        }

        if (!files.HasAny && !Directory.Exists(Path.Combine(sources.SourceFolder, resolved.Value.Folders.Posts))
            && OtherProgram.ProblemOf(sources.SourceFolder) is { } other)
        {
            return resolved with { Diagnostics = [.. resolved.Diagnostics, other] };
        }

        ImmutableArray<Diagnostic> problems = [.. files.Diagnostics, .. theme.Diagnostics, .. resolved.Diagnostics];
        var options = resolved.Value with
        {
            Warnings = [.. problems.Where(problem => !problem.IsError)],
            ConfigurationPath = files.HasAny ? files.ShownPath : "",
            Suppressions = files.Suppressions,
        };
        return new(options, problems);
    }

    /// <summary>Whether a file may be the one that describes a theme, and so a part of the configuration.</summary>
    /// <param name="path">Its path.</param>
    public static bool IsThemeDescription(string path) => Path.GetFileName(path) == ThemeDescription.FileName;

    /// <summary>Whether there is a site to speak of: a configuration file.</summary>
    public static bool IsIn(OptionSources sources) =>
        sources.Names.SelectMany(names => names).Any(name => Path.Exists(sources.FullPathOf(name)));

    /// <summary>Every option with its value and where that was written.</summary>
    /// <param name="sources">Where the options are read.</param>
    public static ImmutableArray<ResolvedOption> List(OptionSources sources)
    {
        var files = Read(sources);
        return OptionsResolver.List(files.Options);
    }

    private static ConfigurationFiles Read(OptionSources sources)
    {
        if (!Directory.Exists(sources.SourceFolder))
        {
            var shown = sources.CommandLine.CommandLineValue("source") ?? ".";
            return new ConfigurationFiles(sources, Diagnostic.InFile(LoadingMessages.MissingSiteFolder(shown), ""));
        }

        var files = new ConfigurationFiles(sources, ProblemOfEnvironment(sources));
        foreach (var names in sources.Names)
        {
            files = WithOneOf(names, files, sources);
        }

        return files;
    }

    // A theme may do without the file.
    private static ParseResult<ThemeDescription?> ReadTheme(RawOptions options)
    {
        var name = $"{ThemeDescription.FolderIn(options)}/{ThemeDescription.FileName}";
        var file = new SourceFile(name, name, SourceKind.Static, default, Path.Combine(options.SourceFolder, name), default);
        if (name[0] == '/' || !File.Exists(file.FullPath))
        {
            return new(null, []);
        }

        if (file.Read(new Utf8Buffer(), out var refusal) is not { } bytes)
        {
            return new(null, [file.Refused(refusal)]);
        }

        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var read = ThemeDescriptionReader.Read(SourceEncoding.Decode(name, bytes, problems));
        return new(read.Value, [.. problems, .. read.Diagnostics]);
    }

    // A slip in the name would keep search engines away from the real site, or leave out what its own file says.
    private static Diagnostic? ProblemOfEnvironment(OptionSources sources)
    {
        if (sources.Environment is not { } name)
        {
            return null;
        }

        if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            return Diagnostic.InFile(OptionMessages.NotAnEnvironment(name), "");
        }

        var known = Directory.EnumerateFiles(sources.SourceFolder, "sitegen.*.y*ml").Select(path => Path.GetFileName(path).Split('.')[1])
            .Append(SiteOptions.Production).ToArray();
        return !known.Contains(name) && Suggestion.For(name, known) is { } near
            ? Diagnostic.InFile(OptionMessages.UnknownEnvironment(name, near), "")
            : null;
    }

    // A file that the command line names must be there, one in the site's folder need not.
    private static ConfigurationFiles WithOneOf(ImmutableArray<string> names, ConfigurationFiles files, OptionSources sources)
    {
        string[] found = [.. names.Where(name => !sources.Files.IsEmpty || Path.Exists(sources.FullPathOf(name)))];
        if (found is not [var name, ..])
        {
            return files;
        }

        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        problems.AddRange(found.Skip(1).Select(other => Diagnostic.InFile(DataMessages.RepeatedName(name), other)));
        var file = new SourceFile(name, name, SourceKind.Static, default, sources.FullPathOf(name), default);
        if (file.Read(new Utf8Buffer(), out var refusal) is not { } bytes)
        {
            var unreadable = Diagnostic.InFile(LoadingMessages.UnreadableConfiguration(refusal), name);
            return files with { Refusal = files.Refusal ?? unreadable };
        }

        var text = SourceEncoding.Decode(name, bytes, problems);
        var read = SiteFileReader.Read(text);
        return files with
        {
            Given = read.Value.MergedOver(files.Given),
            ShownPath = files.HasAny ? files.ShownPath : name,
            HasAny = true,
            Diagnostics = [.. files.Diagnostics, .. problems, .. read.Diagnostics],
            Suppressions = files.Suppressions.AddRange(Suppression.Find(name, text.Bytes).Select(one => new FileSuppression(name, one))),
        };
    }

    /// <summary>What the configuration files hold.</summary>
    private sealed record ConfigurationFiles(OptionSources Sources, Diagnostic? Refusal)
    {
        /// <summary>The options of the files.</summary>
        public RawOptions Given { get; init; } = RawOptions.None;

        /// <summary>All options, highest first.</summary>
        public RawOptions Options => Sources.CommandLine.MergedOver(Sources.Variables).MergedOver(Given);

        /// <summary>The file to name in messages about what is not set.</summary>
        public string ShownPath { get; init; } = UsualName;

        /// <summary>Whether there is a file.</summary>
        public bool HasAny { get; init; }

        /// <summary>What is wrong in the files.</summary>
        public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

        /// <summary>The comments in the files that silence rules.</summary>
        public ImmutableArray<FileSuppression> Suppressions { get; init; } = [];
    }
}
