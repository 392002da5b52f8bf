using System.Buffers;
using System.Diagnostics;
using System.Text;

namespace SiteGen.Pipeline.Html;

/// <summary>Enumerates the tags of HTML without building a tree.</summary>
/// <remarks>
/// Follows the tokenizer of the HTML Living Standard §13.2.5 for tags, comments and quoted attribute values;
/// the content of <c>script</c> and <c>style</c> is not searched for tags.
/// </remarks>
[DebuggerDisplay("tag at {Start}..{End}")]
internal ref struct HtmlTags(ReadOnlySpan<byte> html)
{
    private static readonly SearchValues<byte> s_valueEnds = SearchValues.Create(" \t\n\r\f>"u8);

    private readonly ReadOnlySpan<byte> _html = html;
    private int _at;

    /// <summary>The offset of the current tag's <c>&lt;</c>.</summary>
    public int Start { get; private set; }

    /// <summary>The exclusive end offset of the current tag.</summary>
    public int End { get; private set; }

    /// <summary>The name as written; empty for a comment or a declaration.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Whether it is a closing tag.</summary>
    public bool IsClosing { get; private set; }

    /// <summary>Advances to the next tag or comment.</summary>
    public bool MoveNext()
    {
        SkipRawText();
        while (_at < _html.Length)
        {
            var open = _html[_at..].IndexOf((byte)'<');
            if (open < 0 || _at + open + 1 >= _html.Length)
            {
                break;
            }

            Start = _at + open;
            if (ReadTag())
            {
                _at = End;
                return true;
            }

            _at = Start + 1;
        }

        _at = _html.Length;
        return false;
    }

    /// <summary>The attributes of the current tag.</summary>
    public readonly HtmlAttributes Attributes => new(_html, Start + 1 + Name.Length, End - 1);

    /// <summary>Whether the current tag has this name, ignoring case.</summary>
    public readonly bool Is(ReadOnlySpan<byte> name) => System.Text.Ascii.EqualsIgnoreCase(Name, name);

    private bool ReadTag()
    {
        var rest = _html[(Start + 1)..];
        if (rest[0] is (byte)'!' or (byte)'?')
        {
            Name = default;
            End = Start + 1 + EndOfDeclaration(rest);
            return true;
        }

        IsClosing = rest[0] == '/';
        var from = IsClosing ? 1 : 0;
        if (from >= rest.Length || !char.IsAsciiLetter((char)rest[from]))
        {
            return false;
        }

        var to = from;
        while (to < rest.Length
            && rest[to] is not ((byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or (byte)'/' or (byte)'>'))
        {
            to++;
        }

        Name = rest[from..to];
        End = Start + 1 + (to < rest.Length && rest[to] == '>' ? to + 1 : EndOfTag(rest, to));
        return true;
    }

    // '<!-->' and '<!--->' are comments that end at once.
    private static int EndOfDeclaration(ReadOnlySpan<byte> rest)
    {
        var isComment = rest.StartsWith("!--"u8);
        var end = !isComment ? rest.IndexOf((byte)'>')
            : rest.StartsWith("!-->"u8) ? 3
            : rest.StartsWith("!--->"u8) ? 4
            : rest[3..].IndexOf("-->"u8) is >= 0 and var close ? close + 5 : -1;
        return end < 0 ? rest.Length : end + 1;
    }

    // A quote opens a value only after '='; elsewhere it is a stray character.
    private static int EndOfTag(ReadOnlySpan<byte> rest, int at)
    {
        while (at < rest.Length && rest[at..].IndexOfAny((byte)'>', (byte)'=') is >= 0 and var found)
        {
            at += found + 1;
            if (rest[at - 1] == '>')
            {
                return at;
            }

            at = EndOfValue(rest, at);
        }

        return rest.Length;
    }

    private static int EndOfValue(ReadOnlySpan<byte> rest, int at)
    {
        at += LengthOr(rest[at..].IndexOfAnyExcept(" \t\n\r\f"u8), rest.Length - at);
        if (at < rest.Length && rest[at] is (byte)'"' or (byte)'\'')
        {
            return at + 1 + LengthOr(rest[(at + 1)..].IndexOf(rest[at]), rest.Length - at - 2) + 1;
        }

        return at + LengthOr(rest[at..].IndexOfAny(s_valueEnds), rest.Length - at);
    }

    private static int LengthOr(int found, int all) => found < 0 ? all : found;

    private void SkipRawText()
    {
        if (IsClosing || Name.Length is < 5 or > 6 || !(Is("script"u8) || Is("style"u8)))
        {
            return;
        }

        while (_at < _html.Length)
        {
            var close = _html[_at..].IndexOf("</"u8);
            if (close < 0)
            {
                _at = _html.Length;
                return;
            }

            _at += close;
            var rest = _html[(_at + 2)..];
            var isEnd = rest.Length <= Name.Length || rest[Name.Length] is (byte)'>' or (byte)'/' or <= (byte)' ';
            if (isEnd && rest.Length >= Name.Length && System.Text.Ascii.EqualsIgnoreCase(rest[..Name.Length], Name))
            {
                return;
            }

            _at += 2;
        }
    }
}

/// <summary>Enumerates the attributes of one tag.</summary>
internal ref struct HtmlAttributes(ReadOnlySpan<byte> html, int start, int end)
{
    private readonly ReadOnlySpan<byte> _html = html;
    private readonly int _end = Math.Min(end, html.Length);
    private int _at = start;

    /// <summary>The name as written.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>The offset of the value, after its quote.</summary>
    public int ValueStart { get; private set; }

    /// <summary>The exclusive end offset of the value, before its quote; equal to the start when there is none.</summary>
    public int ValueEnd { get; private set; }

    /// <summary>The exclusive end offset, with the closing quote; before the first attribute, where the attributes start.</summary>
    public readonly int End => _at;

    /// <summary>The value as written, with its character references.</summary>
    public readonly ReadOnlySpan<byte> Value => _html[ValueStart..ValueEnd];

    /// <summary>Whether an attribute follows that has exactly this value.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <param name="value">The value as written.</param>
    public readonly bool Has(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        var rest = this;
        while (rest.MoveNext())
        {
            if (Ascii.EqualsIgnoreCase(rest.Name, name) && rest.Value.SequenceEqual(value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Advances to the next attribute.</summary>
    public bool MoveNext()
    {
        while (_at < _end && (IsSpace(_html[_at]) || _html[_at] == '/'))
        {
            _at++;
        }

        if (_at >= _end)
        {
            return false;
        }

        var start = _at;
        while (_at < _end && !IsSpace(_html[_at]) && _html[_at] is not ((byte)'=' or (byte)'/'))
        {
            _at++;
        }

        // A '=' at the start of a name is part of it; without this step the loop would never end.
        _at += _at == start ? 1 : 0;
        Name = _html[start.._at];
        ReadValue();
        return true;
    }

    private void ReadValue()
    {
        var at = _at;
        while (at < _end && IsSpace(_html[at]))
        {
            at++;
        }

        if (at >= _end || _html[at] != '=')
        {
            (ValueStart, ValueEnd) = (_at, _at);
            return;
        }

        at++;
        while (at < _end && IsSpace(_html[at]))
        {
            at++;
        }

        if (at < _end && _html[at] is (byte)'"' or (byte)'\'')
        {
            var close = _html[(at + 1).._end].IndexOf(_html[at]);
            (ValueStart, ValueEnd) = (at + 1, close < 0 ? _end : at + 1 + close);
            _at = Math.Min(_end, ValueEnd + 1);
            return;
        }

        ValueStart = at;
        while (at < _end && !IsSpace(_html[at]))
        {
            at++;
        }

        (ValueEnd, _at) = (at, at);
    }

    private static bool IsSpace(byte c) => c is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f';
}
