using System.Globalization;
using System.Text.Json;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using SiteGen.Templating.Tests.Oracle;

namespace SiteGen.Benchmarks;

/// <summary>The same page on the evaluator of the package, one context reused.</summary>
internal sealed class PackageEngine
{
    private readonly TemplateContext _context;
    private readonly ScriptObject _model;
    private readonly IReadOnlyDictionary<string, string> _sources;
    private readonly Template _main;

    /// <param name="sources">The templates by name; the first is the page.</param>
    /// <param name="model">What the page shows.</param>
    public PackageEngine(IReadOnlyDictionary<string, string> sources, JsonElement model)
    {
        _sources = sources;
        _model = PackageModel.Read(model);
        _main = Template.Parse(sources.Values.First());
        _context = new TemplateContext { TemplateLoader = new Loader(sources), LoopLimit = 0 };
        _context.PushCulture(CultureInfo.InvariantCulture);
    }

    /// <summary>Renders the page.</summary>
    public string Render()
    {
        _context.PushGlobal(_model);
        var page = _main.Render(_context);
        _ = _context.PopGlobal();
        _context.Reset();
        return page;
    }

    /// <summary>Parses the page and its partials.</summary>
    public void Parse()
    {
        foreach (var text in _sources.Values)
        {
            _ = Template.Parse(text);
        }
    }

    private sealed class Loader(IReadOnlyDictionary<string, string> sources) : ITemplateLoader
    {
        public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => templateName;

        public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => sources[templatePath];

        public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
            ValueTask.FromResult<string?>(sources[templatePath]);
    }
}
