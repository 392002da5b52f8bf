using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Routing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Inspection;

/// <summary>Explains addresses, outputs and source files of a site.</summary>
internal sealed class SiteExplainer(InspectedSite site)
{
    /// <summary>Explains what is named; null when there is nothing of this name.</summary>
    public Explanation? Explain(string subject)
    {
        var name = subject.Replace('\\', '/');
        name = name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name;
        var url = PathOf(name)?.TrimEnd('/');
        return RouteOf(name) is { } route ? new RouteExplainer(site).Explain(route)
            : site.Heads.FirstOrDefault(head => head.Path == name || head.Url.TrimEnd('/') == url) is { } head ? OfUnpublished(head)
            : site.Tree.Files.FirstOrDefault(file => file.Path == name) is { } file ? OfFile(file)
            : site.Tree.Diagnostics.FirstOrDefault(problem => problem.Path.TrimEnd('/') == name.TrimEnd('/')) is { Path.Length: > 0 } left
                ? new Explanation(left.Path, $"It is no part of the site: {left.Message}.", [Problems([left])])
            : name == site.Options.ConfigurationPath
                ? new Explanation(name, "It is the configuration: 'sitegen config' shows what is set in it.", [])
            : null;
    }

    /// <summary>The nearest address or path; null when none is near.</summary>
    public string? Nearest(string subject) => Suggestion.For(
        subject,
        site.Routes.Routes.Select(route => subject.StartsWith('/') ? route.Url : route.Origin)
            .Concat(site.Heads.Select(head => head.Path)));

    // By address, by output file, else by source: of several outputs of one source its own page.
    private Route? RouteOf(string name)
    {
        var path = PathOf(name);
        var decoded = path is null ? null : Uri.UnescapeDataString(path);
        return site.Routes.Routes.FirstOrDefault(route => path is not null && (route.Url == path || route.Url == decoded))
            ?? site.Routes.Routes.FirstOrDefault(route => path is not null && route.Url == $"{decoded}/")
            ?? site.Routes.Routes.FirstOrDefault(route => route.OutputPath == name)
            ?? site.Routes.Routes.Where(route => route.Origin == name).OrderBy(route => route is AliasRoute).FirstOrDefault()
            ?? VariantRoutes.Find(site.Routes, (decoded ?? name).TrimStart('/'), site.Input.Images.Settings);
    }

    // The path of an address from the site's root: complete, below the base path, or from the root.
    private string? PathOf(string name)
    {
        var path = name.StartsWith('/') ? name
            : Uri.TryCreate(name, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url.AbsolutePath
            : null;
        path = path?.Split('?', '#')[0];
        var root = site.Options.BasePath;
        return root.Length > 1 && path?.StartsWith(root, StringComparison.Ordinal) == true ? path[(root.Length - 1)..] : path;
    }

    private Explanation OfUnpublished(PostHead head)
    {
        var problems = ProblemsOf(head.Path).ToImmutableArray();
        if (!site.Site.ReasonsLeftOut.TryGetValue(head.Id, out var reason))
        {
            return new Explanation(head.Path, "nothing is written for it: see its problems", [Problems(problems)]);
        }

        var values = new PostValues(site, head);
        var (from, cure) = PublishingRules.ReasonToLeaveOut(head, site.Options.Publishing) switch
        {
            LeftOutReason.Draft => (
                values.LocationOf("draft") ?? values.LocationOf("published") ?? values.LocationOf("status") ?? "the folder that it is in",
                "take that away to publish it; 'sitegen serve' shows drafts, and 'sitegen build -D' builds them"),
            LeftOutReason.Due => (
                values.LocationOf("publishDate") ?? values.LocationOf("date") ?? "the name of the file",
                "it appears with the first build after that time; 'sitegen build -F' builds it now"),
            _ => (
                values.LocationOf("expiryDate") ?? "its front matter",
                "give it a later date, or none; 'sitegen build -E' builds it"),
        };
        return new Explanation(head.Path, $"It is not published: {reason}.",
        [
            new("reason", Listing.From(["what", "is"], [["because", reason], ["from", from], ["what to do", cure]])),
            new("values", values.Rows()),
            .. problems.IsEmpty ? [] : (ImmutableArray<ExplanationSection>)[Problems(problems)],
        ]);
    }

    // A file that is read and never becomes an output of its own: a template, data, a post with an error.
    private Explanation OfFile(SourceFile file)
    {
        var problems = ProblemsOf(file.Path).ToImmutableArray();
        if (file.Kind is SourceKind.Post or SourceKind.Page)
        {
            return new Explanation(file.Path, "It is not published: it has an error.", [Problems(problems)]);
        }

        var kind = file.Kind.ToString().ToLowerInvariant();
        var built = file.FullPath is null ? ", built into the program; a file of that name in the folder of templates takes its place" : "";
        ImmutableArray<ExplanationSection> sections = problems.IsEmpty ? [] : [Problems(problems)];
        return file.Kind == SourceKind.Template
            ? new Explanation(file.Path, $"It is a template{built}.", [.. sections, new("read_by", TemplateReaders.Of(site, file))])
            : new Explanation(file.Path, $"It is read as {kind}{built}; pages that use it are rendered with what it holds.", sections);
    }

    private IEnumerable<Diagnostic> ProblemsOf(string path) => site.Found.Where(problem => problem.Path == path);

    /// <summary>A section of problems.</summary>
    public static ExplanationSection Problems(IEnumerable<Diagnostic> problems) => new("problems", Listing.From(
        ["code", "severity", "at", "message", "hint"],
        problems.Select(problem => (ImmutableArray<Cell>)
        [
            problem.Rule.Code, problem.SeverityName, InspectedSite.Location(problem.Path, problem.Start), problem.Message, problem.Hint,
        ])));
}
