using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Data;
using SiteGen.Pipeline.Html;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.Rendering.Views;

/// <summary>The headings of a post in templates, as values and as a list of links.</summary>
internal static class HeadingItems
{
    /// <summary>The topmost headings, each with those below it.</summary>
    public static Value Create(ReadOnlyMemory<byte> body, PostHead head) =>
        Items(head.Front.Page.Toc != false && TableOfContents.CountIn(body.Span) > 0 ? TableOfContents.Parse(body.Span).Headings : []);

    /// <summary>The list of links; null when the post turns it off, or is too short to need one and does not ask for it.</summary>
    public static Value ListOf(ReadOnlyMemory<byte> body, PostHead head)
    {
        var least = head.Front.Page.Toc switch
        {
            true => 1,
            false => int.MaxValue,
            null => TableOfContents.Least,
        };
        if (TableOfContents.CountIn(body.Span) < least)
        {
            return Value.Nil;
        }

        var toc = TableOfContents.Parse(body.Span);
        return toc.Count < least ? Value.Nil : Value.Html(toc.ToHtml());
    }

    private static Value Items(ImmutableArray<Heading> headings) => Value.From(new ItemList([.. headings.Select(Item)]));

    private static Value Item(Heading heading) => Value.From(new MemberMap(
    [
        new("id", Value.From(heading.Id)),
        new("title", Value.From(heading.Title)),
        new("html", Value.Html(heading.Html)),
        new("level", Value.From(heading.Level)),
        new("headings", Items(heading.Headings)),
    ]));
}
