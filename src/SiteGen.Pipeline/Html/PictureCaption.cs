using System.Buffers;

namespace SiteGen.Pipeline.Html;

/// <summary>A short line below the picture that a post begins with, such as who took it: no beginning of the text.</summary>
internal static class PictureCaption
{
    private const int MostWords = 15;

    private static readonly SearchValues<char> s_ends = SearchValues.Create(".!?:…。！？؟।");

    /// <summary>The offset after the caption; 0 when the text begins in another way.</summary>
    /// <param name="html">The body.</param>
    /// <param name="hasCover">Whether a picture is shown above the body.</param>
    public static int EndAtStart(ReadOnlySpan<byte> html, bool hasCover)
    {
        var (hasPicture, isInFigure, emphasis, at) = (hasCover, false, 0, 0);
        var (start, isAllEmphasized) = (-1, true);
        var tags = new HtmlTags(html);
        while (tags.MoveNext())
        {
            if (!isInFigure && html[at..tags.Start].ContainsAnyExcept(" \t\r\n"u8))
            {
                start = start < 0 ? at : start;
                isAllEmphasized &= emphasis > 0;
            }

            at = tags.End;
            if (tags.Is("p"u8) && tags.IsClosing && start >= 0)
            {
                return hasPicture && IsCaption(html[start..tags.Start], isAllEmphasized) ? at : 0;
            }

            if (tags.Is("figure"u8))
            {
                isInFigure = !tags.IsClosing;
            }
            else if (tags.Is("em"u8) || tags.Is("i"u8) || tags.Is("small"u8))
            {
                emphasis += tags.IsClosing ? -1 : 1;
            }
            else if (!isInFigure && !IsInParagraph(ref tags))
            {
                return 0;
            }

            hasPicture |= tags.Is("img"u8);
        }

        return 0;
    }

    // A sentence has a full stop; a caption seldom.
    private static bool IsCaption(ReadOnlySpan<byte> html, bool isAllEmphasized) =>
        PlainText.CountWords(html) <= MostWords && (isAllEmphasized || !EndsSentence(html));

    private static bool EndsSentence(ReadOnlySpan<byte> html) =>
        PlainText.Beginning(html, MostWords).TrimEnd(')', '"', '\'') is [.., var last] && s_ends.Contains(last);

    private static bool IsInParagraph(ref HtmlTags tags) => tags.Is("p"u8) || tags.Is("img"u8) || tags.Is("picture"u8)
        || tags.Is("source"u8) || tags.Is("br"u8) || PlainText.IsInline(tags.Name);
}
