using System.Collections.Immutable;
using SiteGen.Pipeline.Data;
using SiteGen.Pipeline.Parsing;
using SiteGen.Pipeline.Rendering.Functions;
using SiteGen.Pipeline.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Standalone;

/// <summary>The result of rendering a template: its output and the diagnostics.</summary>
/// <param name="Output">What was rendered, up to the first error.</param>
/// <param name="Diagnostics">The diagnostics.</param>
public sealed record StandaloneResult(ReadOnlyMemory<byte> Output, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Renders a single template without a site.</summary>
public sealed class StandaloneRenderer
{
    private readonly Func<string, SourceText?> _readInclude;
    private readonly RenderOptions _options;
    private readonly List<Template> _templates = [];
    private readonly SitePage? _page;
    private readonly ImmutableArray<Diagnostic>.Builder _problems = ImmutableArray.CreateBuilder<Diagnostic>();

    private StandaloneRenderer(Func<string, SourceText?> readInclude, RenderOptions options, SitePage? page)
    {
        _readInclude = readInclude;
        _options = options;
        _page = page;
        _templates.AddRange(page?.Templates ?? []);
    }

    /// <summary>Renders a template.</summary>
    /// <param name="template">The template.</param>
    /// <param name="data">What it reads, as JSON or YAML by the extension of its path; null for none.</param>
    /// <param name="readInclude">Reads an included template by its name; null when there is none.</param>
    /// <param name="options">The clock, the limits, and whether unknown variables are errors.</param>
    public static StandaloneResult Run(
        SourceText template, SourceText? data, Func<string, SourceText?> readInclude, RenderOptions options)
    {
        var renderer = new StandaloneRenderer(readInclude, options, null);
        return renderer.RenderWith(template, data is null ? MemberMap.Empty : renderer.ReadData(data));
    }

    /// <summary>Renders a template with values that are no file.</summary>
    internal static StandaloneResult Run(
        SourceText template, IMembers values, Func<string, SourceText?> readInclude, RenderOptions options) =>
        new StandaloneRenderer(readInclude, options, null).RenderWith(template, values);

    /// <summary>Renders a template as if it were that of a page of a site; what it reads lies over what the page has.</summary>
    internal static StandaloneResult Run(
        SourceText template, SourceText? data, Func<string, SourceText?> readInclude, bool isStrict, SitePage page)
    {
        var renderer = new StandaloneRenderer(readInclude, page.Options with { Strict = isStrict }, page);
        return renderer.RenderWith(template, data is null ? MemberMap.Empty : renderer.ReadData(data));
    }

    private StandaloneResult RenderWith(SourceText template, IMembers? model)
    {
        var main = Parse(template, template.Path);
        return model is null || _problems.Any(problem => problem.IsError)
            ? new StandaloneResult(default, _problems.ToImmutable())
            : Render(main, model);
    }

    // Includes are known only once they are asked for: render, read what was missing, render again.
    private StandaloneResult Render(Template main, IMembers model)
    {
        while (true)
        {
            var output = new Utf8Buffer();
            var context = new RenderContext(TemplateSet.Create(_templates), SiteFunctions.Table, _options);
            context.Culture = _page?.Culture ?? context.Culture;
            context.Render(main, _page is null ? model : new OverlaidMembers(model, _page.Model), _page?.Scope, output);
            var missing = context.TemplatesRead.Where(name => _templates.All(known => known.Name != name)).ToArray();
            var isMore = false;
            foreach (var name in missing)
            {
                isMore |= ReadInclude(name);
            }

            if (!isMore)
            {
                return new StandaloneResult(output.WrittenMemory, [.. _problems, .. context.Diagnostics, .. ProblemsOfPage()]);
            }
        }
    }

    // Rendering again, once an include was read, reports again.
    private IEnumerable<Diagnostic> ProblemsOfPage() => _page?.Scope.Diagnostics.Distinct() ?? [];

    private bool ReadInclude(string name)
    {
        if (_readInclude(name) is not { } source)
        {
            return false;
        }

        Parse(source, name);
        return true;
    }

    private Template Parse(SourceText source, string name)
    {
        var parsed = TemplateReader.Read(source);
        _problems.AddRange(parsed.Diagnostics);
        _templates.Add(parsed.Value.Named(name));
        return _templates[^1];
    }

    private IMembers? ReadData(SourceText data)
    {
        var read = ValueReader.Read(data);
        _problems.AddRange(read.Diagnostics);
        if (read.Value is { } value && value.TryGetMembers(out var members))
        {
            return members;
        }

        if (read.Value is not null)
        {
            var start = new LinePosition(1, 1);
            _problems.Add(data.Report(RenderingMessages.DataWithoutKeys(), start, start));
        }

        return null;
    }
}
