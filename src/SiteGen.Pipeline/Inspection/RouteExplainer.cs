using System.Collections.Immutable;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Rendering;
using SiteGen.Pipeline.Routing;

namespace SiteGen.Pipeline.Inspection;

/// <summary>Explains one file of the finished site.</summary>
internal sealed class RouteExplainer(InspectedSite site)
{
    /// <summary>Where it comes from, what it read, and what leads to it.</summary>
    public Explanation Explain(Route route)
    {
        var rendered = new RouteRenderer(site.Input).Render(route, out _);
        var sections = ImmutableArray.CreateBuilder<ExplanationSection>();
        sections.Add(new("page", Listing.From(["what", "is"], PageRows(route))));
        if (SitemapRoute.PostOf(route) is { } post)
        {
            sections.Add(new("values", new PostValues(site, post).Rows()));
        }

        if (route is not (CopyRoute or VariantRoute))
        {
            sections.Add(new("reads", new DependencyNames(site).RowsFor(rendered.Reads)));
        }

        sections.Add(new("linked_from", LinkSearch.PagesWith(site, route.Url)));
        var problems = site.Found.Where(problem => problem.Path == route.Origin).Concat(rendered.Diagnostics).ToArray();
        if (problems.Length > 0)
        {
            sections.Add(SiteExplainer.Problems(problems));
        }

        return new Explanation(route.Url, SummaryOf(route), sections.ToImmutable());
    }

    private static string SummaryOf(Route route) => route switch
    {
        PostRoute { Post: var post } => $"The {(post.IsPage ? "page" : "post")} '{post.Title}'.",
        HomeRoute home => $"Page {home.Page} of {home.PageCount} of the list of posts.",
        TermRoute term => $"The list of posts of '{term.Term.Name}' in {term.Taxonomy.Name}.",
        TermsRoute terms => $"The overview of {terms.Taxonomy.Name}.",
        ArchiveRoute => "Posts by date.",
        AliasRoute alias => $"It leads on to {alias.To ?? alias.Target.Url}.",
        FeedRoute feed => $"The feed of '{feed.Subject.List.Name}'.",
        CopyRoute copy => $"A copy of {copy.Origin}.",
        VariantRoute version => FormattableString.Invariant(
            $"A version of {version.Origin}, {version.Variant.Width} by {version.Variant.Height} pixels, made when a page offers it."),
        _ => $"It is made by the program: {route.Origin}.",
    };

    private IEnumerable<ImmutableArray<Cell>> PageRows(Route route)
    {
        yield return ["address", site.AddressOf(route.Url)];
        yield return ["file", route.OutputPath];
        yield return ["kind", SiteListings.KindOf(route)];
        yield return ["source", route.Origin];
        foreach (var row in route is AliasRoute alias ? AliasRows(alias) : TemplateRows(route))
        {
            yield return row;
        }
    }

    private IEnumerable<ImmutableArray<Cell>> AliasRows(AliasRoute alias)
    {
        var at = alias.Target.Front.PositionOf(alias.To is null ? "aliases" : "redirectTo");
        yield return ["because of", InspectedSite.Location(alias.Target.Path, at)];
        yield return TemplateRow("template", "redirect.html");
    }

    private IEnumerable<ImmutableArray<Cell>> TemplateRows(Route route)
    {
        if (route is not (PostRoute or ListRoute or NotFoundRoute))
        {
            yield break;
        }

        if (route is PostRoute { Post.Front.Layout: "none" } bare)
        {
            yield return ["template", $"none, {InspectedSite.Location(bare.Post.Path, bare.Post.Front.PositionOf("layout"))}"];
            yield break;
        }

        var names = RoutePage.TemplatesOf(route);
        foreach (var absent in names.TakeWhile(name => site.Input.Templates.Set.Find(name) is null))
        {
            yield return ["absent template", $"{absent}, {AskedForBy(route)}"];
        }

        if (names.FirstOrDefault(name => site.Input.Templates.Set.Find(name) is not null) is { } chosen)
        {
            yield return TemplateRow("template", chosen);
        }

        yield return TemplateRow("around it", "layout.html");
    }

    private static string AskedForBy(Route route) =>
        route is PostRoute { Post: var post } ? InspectedSite.Location(post.Path, post.Front.PositionOf("layout")) : route.Origin;

    private ImmutableArray<Cell> TemplateRow(string what, string name)
    {
        var file = site.Tree.OfKind(SourceKind.Template).FirstOrDefault(file => file.RelativePath == name);
        return [what, file is null ? $"{name}, which is missing" : file.FullPath is null ? $"{name}, built in" : $"{name}, {file.Path}"];
    }
}
