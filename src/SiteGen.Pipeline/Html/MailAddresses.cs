using System.Text;

namespace SiteGen.Pipeline.Html;

/// <summary>Finds e-mail addresses in untrusted texts, whose authors did not ask for them to be published.</summary>
/// <remarks>
/// As mail clients find them: some letters, an <c>@</c>, a host with a dot (RFC 5321 §4.1.2 allows more, which is not
/// used in practice). <c>@ada@example.social</c> names a Mastodon account, not a mailbox.
/// </remarks>
internal static class MailAddresses
{
    /// <summary>Whether there is one.</summary>
    public static bool AreIn(string text) => Find(text, 0, out _, out _);

    /// <summary>The text with the host of each address removed: <c>ada@…</c>.</summary>
    public static string Shorten(string text)
    {
        if (!Find(text, 0, out var at, out var end))
        {
            return text;
        }

        var shortened = new StringBuilder(text.Length);
        var from = 0;
        do
        {
            shortened.Append(text, from, at + 1 - from).Append('…');
            from = end;
        }
        while (Find(text, from, out at, out end));
        return shortened.Append(text, from, text.Length - from).ToString();
    }

    // Goes from '@' to '@' and never back before the last one, so that the time stays linear.
    private static bool Find(string text, int from, out int at, out int end)
    {
        var least = from;
        for (at = text.IndexOf('@', from); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var start = at;
            while (start > least && IsLocal(text[start - 1]))
            {
                start--;
            }

            end = EndOfHost(text, at + 1);
            var isAccount = start > 0 && text[start - 1] == '@' && (start == 1 || !IsLocal(text[start - 2]));
            if (start < at && end > 0 && !isAccount)
            {
                return true;
            }

            least = at + 1;
        }

        end = 0;
        return false;
    }

    // The exclusive end of a host with a dot in it; 0 when there is none.
    private static int EndOfHost(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '.'))
        {
            end++;
        }

        while (end > start && text[end - 1] is '-' or '.')
        {
            end--;
        }

        return text.AsSpan(start, end - start).IndexOf('.') > 0 ? end : 0;
    }

    private static bool IsLocal(char c) =>
        char.IsLetterOrDigit(c) || c is '.' or '_' or '+' or '-' or '%' or '\'' or '=' or '#' or '!' or '&' or '*';
}
