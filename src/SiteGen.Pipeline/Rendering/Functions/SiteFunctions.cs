using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Markdown;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Templating.Calls;
using SiteGen.Templating.Library;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;
using SiteGen.Text.TimeZones;

namespace SiteGen.Pipeline.Rendering.Functions;

/// <summary>The template functions beyond the language's own.</summary>
internal static class SiteFunctions
{
    /// <summary>The language's functions and the site's.</summary>
    public static FunctionTable Table { get; } = ImageFunctions
        .AddTo(TextFunctions.AddTo(TranslationFunctions.AddTo(ListFunctions.AddTo(BuiltinFunctions.Table))))
        .With("url", HostFunction.Create(Url, Parameter.Text("path")))
        .With("absolute_url", HostFunction.Create(AbsoluteUrl, Parameter.Text("path")))
        .With("asset", HostFunction.Create(Asset, Parameter.RequiredText("name")))
        .With("slugify", HostFunction.Create(Slugify, Parameter.Text("text")))
        .With("markdownify", HostFunction.Create(Markdownify, Parameter.Text("text")))
        .With("date.in_zone", HostFunction.Create(InZone, Parameter.Date("date"), Parameter.RequiredText("zone")));

    /// <summary>The site that a template belongs to; rendering stops when there is none.</summary>
    public static PageScope ScopeOf(RenderContext context)
    {
        if (context.Host is not PageScope scope)
        {
            context.Fail("this function needs a site around it", "use it in a template that 'sitegen build' renders");
            throw new System.Diagnostics.UnreachableException();
        }

        return scope;
    }

    private static Value Url(RenderContext context, ReadOnlySpan<Value> arguments) =>
        arguments[0].IsNil ? Value.Nil : Value.From(ScopeOf(context).Urls.Rooted(arguments[0].AsText()));

    private static Value AbsoluteUrl(RenderContext context, ReadOnlySpan<Value> arguments) =>
        arguments[0].IsNil ? Value.Nil : Value.From(ScopeOf(context).Urls.Absolute(arguments[0].AsText()));

    private static Value Asset(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var scope = ScopeOf(context);
        var name = arguments[0].AsText().TrimStart('/');
        scope.Dependencies.Asset(name);
        if (scope.Routes.AssetOf(name) is { } url)
        {
            return Value.From(scope.Urls.Link(url));
        }

        // The nearest name depends on all files.
        scope.Dependencies.Note(new DependencyKey(DependencyKind.Plan, 0, 0));
        var assets = scope.Routes.Routes.OfType<CopyRoute>().Where(route => route.File.Kind == SourceKind.Asset);
        var near = Suggestion.For(name, assets.Select(route => route.File.RelativePath));
        context.Warn(RenderingMessages.MissingAsset(name, near));
        return Value.From(scope.Urls.Link($"/assets/{name}"));
    }

    private static Value Markdownify(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].IsNil)
        {
            return Value.Nil;
        }

        var markdown = (context.Host as PageScope)?.Markdown ?? new MarkdownConverter();
        return markdown.Convert(arguments[0].AsText(), takeHeading: false) is { } converted
            ? Value.Html(SingleParagraph(converted.Html))
            : context.FailArgument(0, "this text is nested too deep to be converted", null);
    }

    // A single paragraph loses its tags, so that it fits into a heading or a link.
    private static ReadOnlyMemory<byte> SingleParagraph(ReadOnlyMemory<byte> html)
    {
        var trimmed = html.Span.TrimEnd((byte)'\n');
        var isOne = trimmed.StartsWith("<p>"u8) && trimmed.EndsWith("</p>"u8)
            && trimmed[3..].IndexOf("<p>"u8) < 0 && trimmed[..^4].IndexOf("</p>"u8) < 0;
        return isOne ? html[3..(trimmed.Length - 4)] : html;
    }

    private static Value InZone(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        if (!arguments[0].TryGetDate(out var date))
        {
            return Value.Nil;
        }

        var name = arguments[1].AsText();
        if (IanaTimeZone.TryFind(name, out var zone))
        {
            return Value.From(zone.ToLocal(date));
        }

        var hint = IanaTimeZone.Suggest(name) is { } near ? $"did you mean '{near}'?" : "write a name like 'Europe/Berlin' or 'UTC'";
        return context.FailArgument(1, $"there is no time zone '{name}'", hint);
    }

    private static Value Slugify(RenderContext context, ReadOnlySpan<Value> arguments) =>
        arguments[0].IsNil ? Value.Nil : Value.From(Slug.Create(arguments[0].AsText()));
}
