using System.Globalization;
using System.Text;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.FrontMatter;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Parsing;
using SiteGen.Pipeline.Urls;
using SiteGen.Pipeline.Writing;

namespace SiteGen.Pipeline.Starting;

/// <summary>Plans a new post or page: where it goes, and what it begins with.</summary>
/// <remarks>In: what is asked for, the site's options with their clock, and the site's archetypes. Writes nothing.</remarks>
public static class NewPost
{
    /// <summary>Plans the file.</summary>
    public static StartingPlan Plan(PostRequest request, SiteOptions options)
    {
        if (OneLine.ProblemOf("title", request.Title) is { } problem)
        {
            return StartingPlan.Refused(problem);
        }

        var (date, invalidDate) = DateOf(request, options);
        var slug = Slug.Create(request.Slug ?? request.Title);
        if (invalidDate is not null || slug.Length == 0)
        {
            return StartingPlan.Refused(invalidDate ?? StartingMessages.NoSlug(request.Slug ?? request.Title));
        }

        var section = request.Section?.Replace('\\', '/').TrimEnd('/') ?? "";
        if (PathOf(request, options, section, $"{(request.IsPage ? "" : DayOf(date))}{slug}") is not { } path)
        {
            return StartingPlan.Refused(StartingMessages.SectionOutside(request.Section ?? ""));
        }

        if (IgnoringPattern(path, options) is { } pattern)
        {
            return StartingPlan.Refused(StartingMessages.Ignored(path, pattern));
        }

        return WithText(new NewFrontMatter(request, date, slug, section), path, options);
    }

    private static StartingPlan WithText(NewFrontMatter front, string path, SiteOptions options)
    {
        if (Archetype.Find(front, options) is not { } archetype)
        {
            return new([new NewFile(path, Encoding.UTF8.GetBytes($"---\n{front.Yaml}---\n\n"))]);
        }

        var (bytes, plan) = archetype.Render(front, options);
        return plan ?? Checked(new NewFile(path, bytes), front.Request, archetype.Path, options);
    }

    // A title may be made of other words on purpose, but a part of it is what a '#' without quotes leaves.
    private static StartingPlan Checked(NewFile file, PostRequest request, string archetype, SiteOptions options)
    {
        var kind = request.IsPage ? SourceKind.Page : SourceKind.Post;
        var folder = request.IsPage ? options.Folders.Pages : options.Folders.Posts;
        var relative = folder == "." ? file.Path : file.Path[(folder.Length + 1)..];
        var source = new SourceFile(file.Path, relative, kind, default, null, file.Bytes);
        var post = new PostParser(options).Parse(source, file.Bytes);
        var plan = new StartingPlan([file]) { Diagnostics = post.Diagnostics };
        var title = request.Title.Trim();
        return post.Value is { Head.Title: var read } && read.Length < title.Length && title.Contains(read, StringComparison.Ordinal)
            ? plan with { Problem = StartingMessages.OtherTitle(archetype, title, read) }
            : plan;
    }

    private static (WrittenDate Date, StartingProblem? Problem) DateOf(PostRequest request, SiteOptions options)
    {
        var now = options.TimeZone.ToLocal(options.Publishing.Now);
        var date = new WrittenDate(now, true, DateOnly.FromDateTime(now.DateTime));
        if (request.Date is null)
        {
            return (date, null);
        }

        var read = new DateReader(options.TimeZone, options.ZoneWithoutOffset).Read(request.Date, out var problem);
        return problem is { } message ? (date, new StartingProblem(message.Text, message.Hint)) : (read ?? date, null);
    }

    private static string DayOf(WrittenDate date) => date.Day.ToString("yyyy-MM-dd'-'", CultureInfo.InvariantCulture);

    private static string? PathOf(PostRequest request, SiteOptions options, string section, string name)
    {
        if (request.Section is not null && (!UrlPath.IsInside(section) || section.Any(char.IsControl)))
        {
            return null;
        }

        var folder = request.IsPage ? options.Folders.Pages : options.Folders.Posts;
        return SitePath.Combine(folder, $"{section}/{name}{(request.IsBundle ? "/index.md" : ".md")}");
    }

    private static string? IgnoringPattern(string path, SiteOptions options)
    {
        var rules = new IgnoreRules(options);
        for (var slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            if (rules.PatternFor(path[..slash], isStatic: false) is { } pattern)
            {
                return pattern;
            }
        }

        return rules.PatternFor(path, isStatic: false);
    }
}
