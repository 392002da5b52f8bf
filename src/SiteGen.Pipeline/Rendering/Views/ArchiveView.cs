using System.Collections.Immutable;
using SiteGen.Pipeline.Data;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Routing;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.Rendering.Views;

/// <summary>A year in templates, with its months.</summary>
internal sealed class YearView(PageScope scope, Year year) : IClosedMembers
{
    public string Description => "a year";

    public ImmutableArray<string> Names { get; } = ["year", "date", "url", "count", "posts", "months"];

    public bool TryGet(string name, out Value value)
    {
        (var known, value) = name switch
        {
            "year" => (true, Value.From(year.Number)),
            "date" => (true, Value.From(ArchiveDates.Of(scope, year.Number, 1))),
            "url" => (true, Value.From(scope.Options.Archives == Configuration.ArchiveDepth.None ? null : scope.Urls.Link(year.Url))),
            "count" => (true, new PostItems(scope, year.List).CountValue),
            "posts" => (true, Value.From(new PostItems(scope, year.List))),
            "months" => (true, Months()),
            _ => (false, Value.Nil),
        };
        return known;
    }

    /// <summary>All years of the site, latest first.</summary>
    public static Value All(PageScope scope)
    {
        Note(scope);
        return Value.From(new ItemList([.. scope.Site.Years.Select(year => Value.From(new YearView(scope, year)))]));
    }

    /// <summary>Records that the list of years and months was read.</summary>
    public static void Note(PageScope scope) =>
        scope.Dependencies.Note(new DependencyKey(DependencyKind.SiteList, DependencyFingerprints.IdOf("years").Low, 0));

    private Value Months()
    {
        Note(scope);
        return Value.From(new ItemList([.. year.Months.Select(month => Value.From(new MonthView(scope, month)))]));
    }
}

/// <summary>A month in templates.</summary>
internal sealed class MonthView(PageScope scope, Month month) : IClosedMembers
{
    public string Description => "a month";

    public ImmutableArray<string> Names { get; } = ["year", "month", "date", "url", "count", "posts"];

    public bool TryGet(string name, out Value value)
    {
        (var known, value) = name switch
        {
            "year" => (true, Value.From(month.Year)),
            "month" => (true, Value.From(month.Number)),
            "date" => (true, Value.From(ArchiveDates.Of(scope, month.Year, month.Number))),
            "url" => (true, Value.From(scope.Options.Archives == Configuration.ArchiveDepth.Months ? scope.Urls.Link(month.Url) : null)),
            "count" => (true, new PostItems(scope, month.List).CountValue),
            "posts" => (true, Value.From(new PostItems(scope, month.List))),
            _ => (false, Value.Nil),
        };
        return known;
    }
}

/// <summary><c>archive</c> in templates: all years, one year, or one month.</summary>
internal sealed class ArchiveView(PageScope scope, ArchiveRoute route) : IClosedMembers
{
    public string Description => "the archive";

    public ImmutableArray<string> Names { get; } = ["url", "years", "year", "month", "previous_url", "next_url"];

    public bool TryGet(string name, out Value value)
    {
        (var known, value) = name switch
        {
            "url" => (true, Value.From(scope.Urls.Link(Archive.Url))),
            "years" => (true, YearView.All(scope)),
            "year" => (true, route.Year is { } year ? Value.From(new YearView(scope, year)) : Value.Nil),
            "month" => (true, route.Month is { } month ? Value.From(new MonthView(scope, month)) : Value.Nil),
            "previous_url" => (true, Neighbour(1)),
            "next_url" => (true, Neighbour(-1)),
            _ => (false, Value.Nil),
        };
        return known;
    }

    // Latest first: the older one follows.
    private Value Neighbour(int step)
    {
        YearView.Note(scope);
        var urls = route.Month is { } month ? YearsAround(month).SelectMany(year => year.Months).Select(month => month.Url).ToArray()
            : route.Year is not null ? [.. scope.Site.Years.Select(year => year.Url)]
            : [];
        var place = Array.IndexOf(urls, route.Url);
        return place >= 0 && place + step >= 0 && place + step < urls.Length ? Value.From(scope.Urls.Link(urls[place + step])) : Value.Nil;
    }

    // The year of a month, and the ones before and after it: the neighbours of a month are in no other.
    private ImmutableArray<Year> YearsAround(Month month)
    {
        var years = scope.Site.Years;
        var at = 0;
        while (at < years.Length && years[at].Number > month.Year)
        {
            at++;
        }

        return years[Math.Max(0, at - 1)..Math.Min(years.Length, at + 2)];
    }
}

/// <summary>The first days of years and months, for templates to format.</summary>
internal static class ArchiveDates
{
    /// <summary>The beginning of a month in the site's time zone.</summary>
    public static DateTimeOffset Of(PageScope scope, int year, int month) =>
        scope.Options.TimeZone.StartOf(new DateOnly(year, month, 1));
}
