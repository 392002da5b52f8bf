using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Rules.Silencing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Loading;

/// <summary>Finds and reads a site's configuration, and resolves it together with the command line.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The door through which the configuration is read")]
public static class SiteFile
{
    private static readonly string[] s_names = ["sitegen.yml", "sitegen.yaml"];

    /// <summary>The options of a build, which must not run if there are errors.</summary>
    /// <remarks>The build reports what is no error with its own problems.</remarks>
    /// <param name="commandLine">The options of the command line.</param>
    /// <param name="configurationPath">The configuration file; null for an optional one in the site's folder.</param>
    /// <param name="clock">The clock, for posts dated in the future.</param>
    public static ParseResult<SiteOptions> Load(RawOptions commandLine, string? configurationPath, TimeProvider clock)
    {
        var sourceText = commandLine.CommandLineValue("source") ?? ".";
        var source = Path.GetFullPath(sourceText);
        var path = configurationPath ?? s_names.Select(name => Path.Combine(source, name)).FirstOrDefault(Path.Exists);
        var shown = path is null ? s_names[0] : configurationPath ?? Path.GetFileName(path);
        if (!Directory.Exists(source))
        {
            var missing = Diagnostic.InFile(LoadingMessages.MissingSiteFolder(sourceText), "");
            return new(OptionsResolver.Resolve(commandLine, shown, clock).Value, [missing]);
        }

        if (path is null)
        {
            var defaults = OptionsResolver.Resolve(commandLine, shown, clock);
            return !Directory.Exists(Path.Combine(source, defaults.Value.Folders.Posts)) && OtherProgram.ProblemOf(source) is { } other
                ? defaults with { Diagnostics = [.. defaults.Diagnostics, other] }
                : defaults;
        }

        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        if (shown == s_names[0] && Path.Exists(Path.Combine(source, s_names[1])) && configurationPath is null)
        {
            problems.Add(Diagnostic.InFile(DataMessages.RepeatedName(s_names[0]), s_names[1]));
        }

        var file = new SourceFile(shown, shown, SourceKind.Static, default, Path.GetFullPath(path), default);
        if (file.Read(new Utf8Buffer(), out var refusal) is not { } bytes)
        {
            var unreadable = Diagnostic.InFile(LoadingMessages.UnreadableConfiguration(refusal), shown);
            return new(OptionsResolver.Resolve(commandLine, shown, clock).Value, [unreadable]);
        }

        var options = Read(SourceEncoding.Decode(shown, bytes, problems), commandLine, clock, problems);
        return new(options, problems.ToImmutable());
    }

    private static SiteOptions Read(
        SourceText text, RawOptions commandLine, TimeProvider clock, ImmutableArray<Diagnostic>.Builder problems)
    {
        var given = SiteFileReader.Read(text);
        var resolved = OptionsResolver.Resolve(commandLine.MergedOver(given.Value), text.Path, clock);
        problems.AddRange(given.Diagnostics);
        problems.AddRange(resolved.Diagnostics);
        return resolved.Value with
        {
            Warnings = [.. problems.Where(problem => !problem.IsError)],
            ConfigurationPath = text.Path,
            Suppressions = Suppression.Find(text.Path, text.Bytes),
        };
    }
}
