using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Modeling.Searching;
using SiteGen.Pipeline.Routing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Search;

/// <summary>Writes the files of a search index, which <c>search.js</c> reads.</summary>
/// <remarks>
/// JSON with up to three members. <c>words</c>: the terms of the file, separated by blanks. <c>lists</c>: for each term the posts that
/// have it in the text, a tag, a heading and the title, separated by dots, <c>!</c> before it when the first is not complete. A post is
/// the distance from the one before, less one, in base 32 from the lowest digit: <c>A</c> to <c>f</c> for the last digit, <c>g</c> to
/// <c>_</c> for the others. <c>posts</c>: rank, URL, title, day and summary of each.
/// </remarks>
internal static class SearchIndexWriter
{
    private const int LongestSummary = 160;
    private const int MostDigits = 7;

    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static ReadOnlySpan<byte> Digits => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8;

    /// <summary>Writes a file.</summary>
    public static void Write(PageScope scope, SearchIndexRoute route, SearchIndex index, Utf8Buffer output)
    {
        var part = SearchFingerprints.PartOf(route.Has, route.Number);
        scope.Dependencies.Note(new DependencyKey(DependencyKind.Search, route.Section.List.Id, part));
        using (var json = new Utf8JsonWriter(output, s_json))
        {
            json.WriteStartObject();
            if (route.Has != SearchFileKind.Posts)
            {
                WriteTerms(json, index, route.Number);
            }

            if (route.Has != SearchFileKind.Terms)
            {
                WritePosts(json, scope, index, route);
            }

            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteTerms(Utf8JsonWriter json, SearchIndex index, int file)
    {
        var (words, lists) = (new Utf8Buffer(), new Utf8Buffer());
        foreach (var term in index.TermsOf(file))
        {
            if (words.Length > 0)
            {
                words.Write(" "u8);
                lists.Write(" "u8);
            }

            words.Write(index[term]);
            WriteLists(lists, index, term);
        }

        json.WriteString("words"u8, words.WrittenSpan);
        json.WriteString("lists"u8, lists.WrittenSpan);
    }

    private static void WriteLists(Utf8Buffer output, SearchIndex index, int term)
    {
        if (index.IsCut(term))
        {
            output.Write("!"u8);
        }

        var end = output.Length;
        for (var place = TermPlace.Text; place <= TermPlace.Title; place++)
        {
            var last = -1;
            foreach (var post in index.Postings.Of(term, place))
            {
                var rank = index.Ranks.RankOf(post);
                Write(output, rank - last - 1);
                last = rank;
                end = output.Length;
            }

            output.Write("."u8);
        }

        // Trailing empty places are omitted.
        output.Truncate(end);
    }

    private static void Write(Utf8Buffer output, int distance)
    {
        var room = output.GetSpan(MostDigits);
        var length = 0;
        for (; distance >= 32; distance >>= 5)
        {
            room[length++] = Digits[32 + (distance & 31)];
        }

        room[length++] = Digits[distance];
        output.Advance(length);
    }

    private static void WritePosts(Utf8JsonWriter json, PageScope scope, SearchIndex index, SearchIndexRoute route)
    {
        json.WriteStartArray("posts"u8);
        foreach (var post in index.PostsOf(route.Number))
        {
            var head = index.Ranks.Posts[post];
            json.WriteStartArray();
            json.WriteNumberValue(index.Ranks.RankOf(post));
            json.WriteStringValue(scope.Urls.Link(head.Url));
            json.WriteStringValue(head.Title);
            json.WriteStringValue(head.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
            json.WriteStringValue(SummaryOf(scope, head));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static string SummaryOf(PageScope scope, PostHead head)
    {
        var summary = head.Front.Page.Description ?? scope.Site.TextOf(head.Id)?.PlainSummary() ?? "";
        if (summary.Length <= LongestSummary)
        {
            return summary;
        }

        var blank = summary.LastIndexOf(' ', LongestSummary);
        var end = blank > LongestSummary / 2 ? blank : LongestSummary;
        return summary[..(char.IsHighSurrogate(summary[end - 1]) ? end - 1 : end)] + "…";
    }
}
