using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SiteGen.Pipeline.Parsing;
using SiteGen.Pipeline.Rendering;
using SiteGen.Templating;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.Loading;

/// <summary>What came of trying a template: its output, and the problems.</summary>
/// <param name="Output">What was rendered, up to an error if there was one.</param>
/// <param name="Diagnostics">The problems.</param>
public sealed record TrialResult(ReadOnlyMemory<byte> Output, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Renders one template without a site around it.</summary>
/// <remarks>Includes are looked for beside the template and in the folders below it, when they are asked for.</remarks>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The door through which tried templates are read")]
public sealed class TemplateTrial
{
    private readonly string _folder;
    private readonly RenderOptions _options;
    private readonly List<Template> _templates = [];
    private readonly ImmutableArray<Diagnostic>.Builder _problems = ImmutableArray.CreateBuilder<Diagnostic>();

    private TemplateTrial(string folder, RenderOptions options)
    {
        _folder = folder;
        _options = options;
    }

    /// <summary>Reads a file; null when it cannot be read, with the reason.</summary>
    public static SourceText? ReadFile(string path, out string? refusal)
    {
        var file = new SourceFile(path, path, SourceKind.Template, default, Path.GetFullPath(path), default);
        return file.Read(new Utf8Buffer(), out refusal) is { } bytes ? new SourceText(path, bytes) : null;
    }

    /// <summary>Renders a template.</summary>
    /// <param name="template">The template.</param>
    /// <param name="data">What it reads, as JSON or YAML by the ending of its path; null for nothing.</param>
    /// <param name="options">The clock, the limits, and whether unknown variables are errors.</param>
    public static TrialResult Run(SourceText template, SourceText? data, RenderOptions options)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(template.Path)) ?? ".";
        var trial = new TemplateTrial(folder, options);
        var model = data is null ? MemberMap.Empty : trial.ReadData(data);
        var main = trial.Parse(template, template.Path);
        if (model is null || trial._problems.Any(problem => problem.IsError))
        {
            return new TrialResult(default, trial._problems.ToImmutable());
        }

        return trial.Render(main, model);
    }

    // Includes are known when they are asked for: render, read what was missing, render again.
    private TrialResult Render(Template main, IMembers model)
    {
        while (true)
        {
            var output = new Utf8Buffer();
            var context = new RenderContext(TemplateSet.Of(_templates), SiteFunctions.Table, _options);
            context.Render(main, model, null, output);
            var missing = context.TemplatesRead.Where(name => _templates.All(known => known.Name != name)).ToArray();
            var isMore = false;
            foreach (var name in missing)
            {
                isMore |= ReadInclude(name);
            }

            if (!isMore)
            {
                return new TrialResult(output.WrittenMemory, [.. _problems, .. context.Diagnostics]);
            }
        }
    }

    private bool ReadInclude(string name)
    {
        var path = Path.GetFullPath(Path.Combine(_folder, name));
        var isInside = path.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        if (!isInside || !File.Exists(path) || ReadFile(path, out _) is not { } source)
        {
            return false;
        }

        Parse(new SourceText(name, source.Bytes), name);
        return true;
    }

    private Template Parse(SourceText source, string name)
    {
        var parsed = Template.Parse(source, SourceParser.OptionsOf(source.Path));
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
            _problems.Add(data.Report(SiteRules.DataUnreadable, start, start, "this file cannot be read: the data must be keys and values", null));
        }

        return null;
    }
}
