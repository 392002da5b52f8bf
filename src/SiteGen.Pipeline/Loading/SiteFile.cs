using System.Diagnostics.CodeAnalysis;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Loading;

/// <summary>Finds and reads a site's configuration, and resolves it with what the command line says.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The door through which the configuration is read")]
public static class SiteFile
{
    private static readonly string[] s_names = ["sitegen.yml", "sitegen.yaml"];

    /// <summary>What the build runs on; with errors among the problems it must not run.</summary>
    /// <param name="commandLine">What the command line said.</param>
    /// <param name="configurationPath">The file it named; null to look in the site's folder, where none need be.</param>
    /// <param name="clock">Tells what is in the future.</param>
    public static ParseResult<SiteOptions> Load(RawOptions commandLine, string? configurationPath, TimeProvider clock)
    {
        var sourceText = commandLine.CommandLineValue("source") ?? ".";
        var source = Path.GetFullPath(sourceText);
        var path = configurationPath ?? s_names.Select(name => Path.Combine(source, name)).FirstOrDefault(File.Exists);
        var shown = path is null ? s_names[0] : configurationPath ?? Path.GetFileName(path);
        if (!Directory.Exists(source))
        {
            var missing = Diagnostic.InFile(LoadingMessages.MissingSiteFolder(sourceText), "");
            return new(OptionsResolver.Resolve(commandLine, shown, clock).Value, [missing]);
        }

        if (path is null)
        {
            return OptionsResolver.Resolve(commandLine, shown, clock);
        }

        var file = new SourceFile(shown, shown, SourceKind.Static, default, Path.GetFullPath(path), default);
        if (file.Read(new Utf8Buffer(), out var refusal) is not { } bytes)
        {
            var unreadable = Diagnostic.InFile(LoadingMessages.UnreadableConfiguration(refusal), shown);
            return new(OptionsResolver.Resolve(commandLine, shown, clock).Value, [unreadable]);
        }

        var given = SiteFileReader.Read(new SourceText(shown, bytes));
        var resolved = OptionsResolver.Resolve(commandLine.MergedOver(given.Value), shown, clock);
        return new(resolved.Value, [.. given.Diagnostics, .. resolved.Diagnostics]);
    }
}
