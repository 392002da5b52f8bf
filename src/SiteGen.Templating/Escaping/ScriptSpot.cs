namespace SiteGen.Templating.Escaping;

/// <summary>What part of a script text is in.</summary>
internal enum ScriptSpot : byte
{
    Code,
    DoubleQuoted,
    SingleQuoted,
    Template,
    LineComment,
    BlockComment,
}

/// <summary>Follows the strings and comments of a script.</summary>
internal static class ScriptSpots
{
    public static ScriptSpot Scan(ScriptSpot spot, ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : (byte)0;
            if (text[i] == '\\' && spot is ScriptSpot.DoubleQuoted or ScriptSpot.SingleQuoted or ScriptSpot.Template)
            {
                i++;
                continue;
            }

            spot = spot == ScriptSpot.Code ? Enter(text[i], next) : Leave(spot, text[i], next);
        }

        return spot;
    }

    private static ScriptSpot Enter(byte c, byte next) => (c, next) switch
    {
        ((byte)'"', _) => ScriptSpot.DoubleQuoted,
        ((byte)'\'', _) => ScriptSpot.SingleQuoted,
        ((byte)'`', _) => ScriptSpot.Template,
        ((byte)'/', (byte)'/') => ScriptSpot.LineComment,
        ((byte)'/', (byte)'*') => ScriptSpot.BlockComment,
        _ => ScriptSpot.Code,
    };

    private static ScriptSpot Leave(ScriptSpot spot, byte c, byte next) => (spot, c) switch
    {
        (ScriptSpot.DoubleQuoted, (byte)'"') => ScriptSpot.Code,
        (ScriptSpot.SingleQuoted, (byte)'\'') => ScriptSpot.Code,
        (ScriptSpot.Template, (byte)'`') => ScriptSpot.Code,
        (ScriptSpot.LineComment, (byte)'\n') => ScriptSpot.Code,
        (ScriptSpot.BlockComment, (byte)'*') when next == '/' => ScriptSpot.Code,
        _ => spot,
    };
}
