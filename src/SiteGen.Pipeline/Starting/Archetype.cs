using System.Text;
using System.Text.RegularExpressions;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Rendering.Standalone;
using SiteGen.Pipeline.Urls;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Pipeline.Starting;

/// <summary>A file in a site's <c>archetypes</c> folder: a template of what new posts or pages begin with.</summary>
/// <param name="Path">Its path from the site's folder.</param>
internal sealed partial record Archetype(string Path)
{
    private const string Folder = "archetypes";

    /// <summary>The archetype of a post or page: of its section or one around it, of its kind, or of all; null for none.</summary>
    public static Archetype? Find(NewFrontMatter front, SiteOptions options)
    {
        var names = new List<string>();
        for (var section = front.Section; section.Length > 0; section = SitePath.FolderOf(section))
        {
            names.Add(section);
        }

        names.Add(front.Request.IsPage ? "page" : "post");
        names.Add("default");
        return names.Select(name => new Archetype($"{Folder}/{name}.md"))
            .FirstOrDefault(found => System.IO.Path.Exists(found.FullPath(options)));
    }

    /// <summary>The text of a new post or page; or a plan that says why there is none.</summary>
    public (ReadOnlyMemory<byte> Text, StartingPlan? Refused) Render(NewFrontMatter front, SiteOptions options)
    {
        var read = TemplateFolder.ReadFile(FullPath(options), out var refusal);
        if (read.Value is not { } file)
        {
            return (default, StartingPlan.Refused(StartingMessages.UnreadableArchetype(Path, refusal)));
        }

        var source = new SourceText(Path, file.Bytes);
        if (FindHugo(source) is { } hugo)
        {
            return (default, new StartingPlan([]) { Diagnostics = [hugo] });
        }

        var render = RenderOptions.Default with { Strict = true, DatePattern = front.DatePattern };
        var result = StandaloneRenderer.Run(source, front.ToMembers(), new TemplateFolder(FullPath(options)).ReadInclude, render);
        return result.Diagnostics.Any(problem => problem.IsError)
            ? (default, new StartingPlan([]) { Diagnostics = [.. result.Diagnostics.Select(WithHint)] })
            : (result.Output, null);
    }

    private string FullPath(SiteOptions options) => System.IO.Path.Combine(options.SourceFolder, Path);

    // The value hides the functions of that name, which the engine then suggests all the same.
    private static Diagnostic WithHint(Diagnostic problem) =>
        problem.Rule == TemplateRules.UnknownFunction && problem.Message.Contains("'date.", StringComparison.Ordinal)
            ? problem with { Hint = StartingMessages.DateIsAValue }
            : problem;

    // '{{ .Title }}' and '{{ replace .Name "-" " " }}': what our parser says about them is no help to who moves in.
    private static Diagnostic? FindHugo(SourceText source)
    {
        var text = Encoding.UTF8.GetString(source.Bytes.Span);
        if (HugoValue().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var start = Encoding.UTF8.GetByteCount(text.AsSpan(0, match.Index));
        var span = new TextSpan(start, Encoding.UTF8.GetByteCount(match.Value));
        return source.Report(StartingMessages.HugoArchetype(match.Value), span);
    }

    [GeneratedRegex(@"\{\{-?[^{}\n]*(?<![\w)\]])\.[A-Z]\w*[^{}\n]*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex HugoValue();
}
