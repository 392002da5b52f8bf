using System.Text;

namespace SiteGen.Templating.Library;

/// <summary>Removes tags, comments, scripts and styles from HTML.</summary>
internal static class TagStripper
{
    public static string Strip(string html)
    {
        var open = html.IndexOf('<', StringComparison.Ordinal);
        if (open < 0)
        {
            return html;
        }

        var text = new StringBuilder(html.Length);
        var ends = new Ends(html);
        var from = 0;
        while (open >= 0)
        {
            var end = ends.Of(open);
            if (end > open)
            {
                text.Append(html, from, open - from);
                from = end;
            }

            var next = Math.Max(end, open + 1);
            open = next < html.Length ? html.IndexOf('<', next) : -1;
        }

        return text.Append(html, from, html.Length - from).ToString();
    }

    // Caches failed searches, so that many unclosed tags do not make the search quadratic.
    private struct Ends(string html)
    {
        private bool _noComment;
        private bool _noScript;
        private bool _noStyle;
        private bool _noTag;

        /// <summary>The exclusive end of the tag, comment or element that starts at an offset; -1 if none does.</summary>
        public int Of(int at)
        {
            var end = -1;
            if (Starts(at, "<script"))
            {
                end = Find("</script>", at, ref _noScript);
            }
            else if (Starts(at, "<!--"))
            {
                end = Find("-->", at, ref _noComment);
            }
            else if (Starts(at, "<style"))
            {
                end = Find("</style>", at, ref _noStyle);
            }

            return end > 0 ? end : TagEnd(at);
        }

        private readonly bool Starts(int at, string text) =>
            string.Compare(html, at, text, 0, text.Length, StringComparison.OrdinalIgnoreCase) == 0;

        private readonly int Find(string text, int at, ref bool isMissing)
        {
            var found = isMissing ? -1 : html.IndexOf(text, at, StringComparison.OrdinalIgnoreCase);
            isMissing = found < 0;
            return found < 0 ? -1 : found + text.Length;
        }

        // A quoted value, which follows an equals sign, may contain '>'.
        private int TagEnd(int at)
        {
            at = _noTag ? html.Length : at + 1;
            while (at < html.Length)
            {
                if (html[at] == '>')
                {
                    return at + 1;
                }

                at = html[at] == '=' ? ValueEnd(at + 1) : at + 1;
            }

            _noTag = true;
            return -1;
        }

        private readonly int ValueEnd(int at)
        {
            if (at >= html.Length)
            {
                return at;
            }

            if (html[at] is '"' or '\'')
            {
                var close = html.IndexOf(html[at], at + 1);
                return close < 0 ? html.Length : close + 1;
            }

            at++;
            while (at < html.Length && html[at] != '>' && !char.IsWhiteSpace(html[at]))
            {
                at++;
            }

            return at;
        }
    }
}
