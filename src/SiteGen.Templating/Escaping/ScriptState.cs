namespace SiteGen.Templating.Escaping;

/// <summary>The states of the script tokenizer.</summary>
internal enum ScriptState : byte
{
    Code,
    DoubleQuoted,
    SingleQuoted,
    Template,
    LineComment,
    BlockComment,
}

/// <summary>Tracks the strings and comments of a script.</summary>
internal static class ScriptSpots
{
    public static ScriptState Scan(ScriptState spot, ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : (byte)0;
            if (text[i] == '\\' && spot is ScriptState.DoubleQuoted or ScriptState.SingleQuoted or ScriptState.Template)
            {
                i++;
                continue;
            }

            spot = spot == ScriptState.Code ? Enter(text[i], next) : Leave(spot, text[i], next);
        }

        return spot;
    }

    private static ScriptState Enter(byte c, byte next) => (c, next) switch
    {
        ((byte)'"', _) => ScriptState.DoubleQuoted,
        ((byte)'\'', _) => ScriptState.SingleQuoted,
        ((byte)'`', _) => ScriptState.Template,
        ((byte)'/', (byte)'/') => ScriptState.LineComment,
        ((byte)'/', (byte)'*') => ScriptState.BlockComment,
        _ => ScriptState.Code,
    };

    private static ScriptState Leave(ScriptState spot, byte c, byte next) => (spot, c) switch
    {
        (ScriptState.DoubleQuoted, (byte)'"') => ScriptState.Code,
        (ScriptState.SingleQuoted, (byte)'\'') => ScriptState.Code,
        (ScriptState.Template, (byte)'`') => ScriptState.Code,
        (ScriptState.LineComment, (byte)'\n') => ScriptState.Code,
        (ScriptState.BlockComment, (byte)'*') when next == '/' => ScriptState.Code,
        _ => spot,
    };
}
