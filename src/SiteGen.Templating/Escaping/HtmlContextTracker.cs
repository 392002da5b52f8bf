using System.Buffers;
using System.Text;

namespace SiteGen.Templating.Escaping;

/// <summary>Tracks the literal text of a template to find the HTML context of each printed value.</summary>
/// <remarks>
/// Reads the text in source order; the parser saves <see cref="State"/> at the start of a block and restores it for each
/// branch. Where branches end in different contexts, the stricter escaping applies until the tag ends.
/// </remarks>
internal sealed class HtmlContextTracker
{
    private static readonly SearchValues<byte> s_valueEnds = SearchValues.Create(" \t\n\r\f>"u8);

    private HtmlState _state;

    /// <summary>The state after the text so far.</summary>
    public HtmlState State
    {
        get => _state;
        set => _state = value;
    }

    /// <summary>How a value printed here is escaped.</summary>
    public OutputContext Place => _state.IsUnsure ? OutputContext.UnquotedUrl : _state.Place();

    /// <summary>Records that a value is printed here.</summary>
    public void Print()
    {
        if (_state.Spot == HtmlTokenizerState.BeforeValue)
        {
            _state.Spot = HtmlTokenizerState.UnquotedValue;
            _state.Script = ScriptState.Code;
        }
    }

    /// <summary>Merges the end states of two branches.</summary>
    public void Join(HtmlState other)
    {
        if (!_state.IsLike(other))
        {
            _state.IsUnsure = true;
        }
    }

    /// <summary>Advances over literal text.</summary>
    public void Scan(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (at < text.Length)
        {
            at = Step(text, at);
        }
    }

    private int Step(ReadOnlySpan<byte> text, int at) => _state.Spot switch
    {
        HtmlTokenizerState.Text => InText(text, at),
        HtmlTokenizerState.TagName => InTagName(text, at),
        HtmlTokenizerState.Tag => InTag(text, at),
        HtmlTokenizerState.AttributeName => InAttributeName(text, at),
        HtmlTokenizerState.AfterName => AfterName(text, at),
        HtmlTokenizerState.BeforeValue => BeforeValue(text, at),
        HtmlTokenizerState.DoubleQuoted => InValue(text, at, (byte)'"'),
        HtmlTokenizerState.SingleQuoted => InValue(text, at, (byte)'\''),
        HtmlTokenizerState.UnquotedValue => InUnquoted(text, at),
        HtmlTokenizerState.Comment => InComment(text, at),
        _ => InRawText(text, at),
    };

    private int InText(ReadOnlySpan<byte> text, int at)
    {
        var open = text[at..].IndexOf((byte)'<');
        if (open < 0)
        {
            return text.Length;
        }

        at += open + 1;
        if (text[at..].StartsWith("!--"u8))
        {
            _state.Spot = HtmlTokenizerState.Comment;
            return at + 3;
        }

        if (at == text.Length || char.IsAsciiLetter((char)text[at]) || text[at] is (byte)'/' or (byte)'!' or (byte)'?')
        {
            _state = new HtmlState { Spot = HtmlTokenizerState.TagName, Element = "" };
        }

        return at;
    }

    private int InTagName(ReadOnlySpan<byte> text, int at)
    {
        var end = at;
        while (end < text.Length
            && text[end] is not ((byte)'>' or (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f')
            && !(text[end] == '/' && end > at))
        {
            end++;
        }

        _state.Element += Lower(text[at..end]);
        if (end < text.Length)
        {
            _state.Spot = HtmlTokenizerState.Tag;
        }

        return end;
    }

    private int InTag(ReadOnlySpan<byte> text, int at)
    {
        switch (text[at])
        {
            case (byte)'>':
                CloseTag();
                return at + 1;
            case (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or (byte)'/':
                return at + 1;
            default:
                _state.Spot = HtmlTokenizerState.AttributeName;
                _state.Attribute = "";
                return at;
        }
    }

    private int InAttributeName(ReadOnlySpan<byte> text, int at)
    {
        var end = at;
        while (end < text.Length
            && text[end] is not ((byte)'=' or (byte)'>' or (byte)'/' or (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f'))
        {
            end++;
        }

        _state.Attribute += Lower(text[at..end]);
        if (end < text.Length)
        {
            _state.Spot = HtmlTokenizerState.AfterName;
        }

        return end;
    }

    private int AfterName(ReadOnlySpan<byte> text, int at)
    {
        switch (text[at])
        {
            case (byte)'=':
                _state.Spot = HtmlTokenizerState.BeforeValue;
                return at + 1;
            case (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f':
                return at + 1;
            default:
                _state.Spot = HtmlTokenizerState.Tag;
                return at;
        }
    }

    private int BeforeValue(ReadOnlySpan<byte> text, int at)
    {
        var c = text[at];
        if (c is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f')
        {
            return at + 1;
        }

        _state.Script = ScriptState.Code;
        _state.Spot = c switch
        {
            (byte)'"' => HtmlTokenizerState.DoubleQuoted,
            (byte)'\'' => HtmlTokenizerState.SingleQuoted,
            (byte)'>' => HtmlTokenizerState.Tag,
            _ => HtmlTokenizerState.UnquotedValue,
        };
        return c is (byte)'"' or (byte)'\'' ? at + 1 : at;
    }

    private int InValue(ReadOnlySpan<byte> text, int at, byte quote)
    {
        var end = text[at..].IndexOf(quote);
        var value = end < 0 ? text[at..] : text[at..(at + end)];
        if (AttributeKinds.For(_state.Attribute) == AttributeKind.Script)
        {
            _state.Script = ScriptSpots.Scan(_state.Script, value);
        }

        if (end < 0)
        {
            return text.Length;
        }

        _state.Spot = HtmlTokenizerState.Tag;
        return at + end + 1;
    }

    private int InUnquoted(ReadOnlySpan<byte> text, int at)
    {
        var end = text[at..].IndexOfAny(s_valueEnds);
        if (end < 0)
        {
            return text.Length;
        }

        _state.Spot = HtmlTokenizerState.Tag;
        return at + end;
    }

    private int InComment(ReadOnlySpan<byte> text, int at)
    {
        var end = text[at..].IndexOf("-->"u8);
        if (end < 0)
        {
            return text.Length;
        }

        _state = default;
        return at + end + 3;
    }

    // A script, style or title is ended only by its own end tag.
    private int InRawText(ReadOnlySpan<byte> text, int at)
    {
        for (var i = at; i < text.Length; i++)
        {
            if (text[i] == '<' && EndsElement(text[(i + 1)..]))
            {
                ScanScript(text[at..i]);
                _state = new HtmlState { Spot = HtmlTokenizerState.TagName, Element = "" };
                return i + 1;
            }
        }

        ScanScript(text[at..]);
        return text.Length;
    }

    private void ScanScript(ReadOnlySpan<byte> text)
    {
        if (_state.Element == "script")
        {
            _state.Script = ScriptSpots.Scan(_state.Script, text);
        }
    }

    private bool EndsElement(ReadOnlySpan<byte> text)
    {
        var name = _state.Element ?? "";
        return text.Length > name.Length && text[0] == '/' && Lower(text[1..(name.Length + 1)]) == name;
    }

    private void CloseTag()
    {
        var element = _state.Element;
        _state = element is "script" or "style" or "title" or "textarea"
            ? new HtmlState { Spot = HtmlTokenizerState.RawText, Element = element }
            : default;
    }

    private static string Lower(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes).ToLowerInvariant();
}
