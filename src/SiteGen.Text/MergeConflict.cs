namespace SiteGen.Text;

/// <summary>The marks that git leaves in a file that it cannot merge (git-merge, "How conflicts are presented").</summary>
public static class MergeConflict
{
    /// <summary>What an author can do about one.</summary>
    public const string Hint = "keep one of the two versions, and delete the lines of '<<<<<<<', '=======' and '>>>>>>>'";

    /// <summary>What begins the first line of one; the name of a version follows.</summary>
    public static ReadOnlySpan<byte> Mark => "<<<<<<< "u8;

    /// <summary>The offset of the first mark at the start of a line; negative if there is none.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="from">Where to start.</param>
    public static int Find(ReadOnlySpan<byte> utf8, int from)
    {
        while (utf8[from..].IndexOf(Mark) is >= 0 and var found)
        {
            var at = from + found;
            if (at == 0 || utf8[at - 1] is (byte)'\n' or (byte)'\r')
            {
                return at;
            }

            from = at + 1;
        }

        return -1;
    }

    /// <summary>The same, outside of what HTML shows as it is, a <c>pre</c> element.</summary>
    public static int FindInHtml(ReadOnlySpan<byte> utf8, int from)
    {
        var at = Find(utf8, from);
        while (at >= 0 && utf8[..at].LastIndexOf("<pre"u8) > utf8[..at].LastIndexOf("</pre"u8))
        {
            at = Find(utf8, at + 1);
        }

        return at;
    }
}
