using SiteGen.Pipeline.Routing;
using SiteGen.Templating;
using SiteGen.Templating.Functions;
using SiteGen.Templating.Values;
using SiteGen.Pipeline.Modeling;

namespace SiteGen.Pipeline.Rendering;

/// <summary>What a blog's templates can call beyond the language's own functions.</summary>
internal static class SiteFunctions
{
    /// <summary>The language's functions and the blog's.</summary>
    public static FunctionTable Table { get; } = FunctionTable.Builtin
        .With("url", HostFunction.Of(Url, Parameter.Text("path")))
        .With("absolute_url", HostFunction.Of(AbsoluteUrl, Parameter.Text("path")))
        .With("asset", HostFunction.Of(Asset, Parameter.RequiredText("name")))
        .With("slugify", HostFunction.Of(Slugify, Parameter.Text("text")));

    private static PageScope ScopeOf(RenderContext context) =>
        context.Host as PageScope ?? throw new InvalidOperationException("a page is rendered without its scope");

    private static Value Url(RenderContext context, ReadOnlySpan<Value> arguments) =>
        arguments[0].IsNil ? Value.Nil : Value.Of(ScopeOf(context).Rooted(arguments[0].AsText()));

    private static Value AbsoluteUrl(RenderContext context, ReadOnlySpan<Value> arguments) =>
        arguments[0].IsNil ? Value.Nil : Value.Of(ScopeOf(context).Absolute(arguments[0].AsText()));

    private static Value Asset(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var scope = ScopeOf(context);
        var name = arguments[0].AsText().TrimStart('/');
        scope.Reads.Note(RouteTable.AssetKey(name));
        if (scope.Routes.AssetOf(name) is { } url)
        {
            return Value.Of(scope.Link(url));
        }

        context.Warn(SiteRules.MissingAsset, $"there is no file '{name}' among the theme's assets", "put it into templates/assets/");
        return Value.Of(scope.Link($"/assets/{name}"));
    }

    private static Value Slugify(RenderContext context, ReadOnlySpan<Value> arguments) =>
        arguments[0].IsNil ? Value.Nil : Value.Of(Slug.Of(arguments[0].AsText()));
}
