namespace SiteGen.Pipeline.Loading.Embedded;

/// <summary>The style sheet of the built-in theme as readers load it: without comments, indentation and line breaks.</summary>
/// <remarks>For the built-in style sheets only: it assumes that strings end on their line and that URLs are quoted.</remarks>
internal static class CompactStyles
{
    /// <summary>Whether a file is a style sheet.</summary>
    public static bool IsFor(string path) => path.EndsWith(".css", StringComparison.Ordinal);

    /// <summary>The bytes of a style sheet without what only its authors need.</summary>
    public static byte[] Of(ReadOnlySpan<byte> css)
    {
        var compact = new List<byte>(css.Length);
        for (var i = 0; i < css.Length;)
        {
            var length = LengthOfToken(css[i..]);
            var token = css.Slice(i, length);
            i += length;
            if (token.StartsWith("/*"u8))
            {
                continue;
            }

            if (token[0] != (byte)'\n')
            {
                compact.AddRange(token);
            }
            else if (compact.Count > 0 && compact[^1] is not ((byte)'{' or (byte)'}' or (byte)';' or (byte)','))
            {
                // Elsewhere a line break parts two words.
                compact.Add((byte)' ');
            }
        }

        return [.. compact];
    }

    // A comment, a text in quotes, a line break with the indentation after it, or one byte.
    private static int LengthOfToken(ReadOnlySpan<byte> css)
    {
        if (css.StartsWith("/*"u8))
        {
            return css.IndexOf("*/"u8) is >= 0 and var end ? end + 2 : css.Length;
        }

        if (css[0] is (byte)'"' or (byte)'\'')
        {
            return css[1..].IndexOf(css[0]) is >= 0 and var end ? end + 2 : css.Length;
        }

        if (css[0] != (byte)'\n')
        {
            return 1;
        }

        var length = css.IndexOfAnyExcept((byte)'\n', (byte)' ');
        return length < 0 ? css.Length : length;
    }
}
