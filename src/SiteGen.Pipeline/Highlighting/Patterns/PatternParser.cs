namespace SiteGen.Pipeline.Highlighting.Patterns;

/// <summary>Reads patterns as definitions of languages write them.</summary>
/// <remarks>
/// <c>. [a-z] [^a-z] \d \h \w \s</c> and <c>\D \H \W \S</c> are bytes of a set (<c>\h</c> hexadecimal digits; <c>\w</c> has all that
/// is not ASCII); <c>* + ? {2} {2,} {2,4}</c> repeat greedily; <c>(a|b)</c> is a choice, <c>(?=a)</c> and <c>(?!a)</c> look ahead,
/// <c>(@a)</c> captures what <c>\@</c> repeats at the end of a span; <c>^ $ \b</c> are the start and end of a line and a boundary of
/// a word, <c>\F</c> is the first place in a line that is not blank, <c>\L</c> the end of a line without a backslash, <c>\I</c> the
/// start of a line that is not indented below the start of the span, <c>\B</c> stands behind a blank, <c>\O</c> where no value
/// stands before. Blanks separate patterns, so a space is <c>\x20</c>.
/// </remarks>
internal sealed class PatternParser
{
    private const int MostRepeats = 1_000_000;

    private readonly string _text;
    private readonly bool _ignoresCase;
    private int _at;

    private PatternParser(string text, bool ignoresCase) => (_text, _ignoresCase) = (text, ignoresCase);

    /// <summary>Reads a pattern; null when it is not one.</summary>
    public static Pattern? Parse(string text, bool ignoresCase)
    {
        try
        {
            var parser = new PatternParser(text, ignoresCase);
            var compile = parser.Choice();
            return parser._at == text.Length ? new Pattern(compile(new EndNode())) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private bool IsAtEnd => _at >= _text.Length;

    private Func<PatternNode, PatternNode> Choice()
    {
        List<Func<PatternNode, PatternNode>> choices = [Sequence()];
        while (Take('|'))
        {
            choices.Add(Sequence());
        }

        return choices.Count == 1 ? choices[0] : next => new ChoiceNode([.. choices.Select(choice => choice(next))]);
    }

    private Func<PatternNode, PatternNode> Sequence()
    {
        List<Func<PatternNode, PatternNode>> parts = [];
        while (!IsAtEnd && _text[_at] is not ('|' or ')'))
        {
            parts.Add(Part());
        }

        return next => Enumerable.Reverse(parts).Aggregate(next, (behind, part) => part(behind));
    }

    private Func<PatternNode, PatternNode> Part()
    {
        switch (_text[_at])
        {
            case '(':
                return Group();
            case '^':
                return ConditionOf(Condition.LineStart);
            case '$':
                return ConditionOf(Condition.LineEnd);
            case '\\' when _at + 1 < _text.Length && _text[_at + 1] == '@':
                _at += 2;
                return next => new ReferenceNode(next);
            case '\\' when _at + 1 < _text.Length && ConditionOf(_text[_at + 1]) is { } condition:
                _at++;
                return ConditionOf(condition);
            default:
                return Repeated(Set());
        }
    }

    private static Condition? ConditionOf(char letter) => letter switch
    {
        'b' => Condition.WordBoundary,
        'F' => Condition.FirstInLine,
        'I' => Condition.Outdented,
        'L' => Condition.WholeLineEnd,
        'O' => Condition.NoOperandBefore,
        'B' => Condition.BlankBefore,
        _ => null,
    };

    private Func<PatternNode, PatternNode> ConditionOf(Condition condition)
    {
        _at++;
        return next => new ConditionNode(condition, next);
    }

    private Func<PatternNode, PatternNode> Repeated(ByteSet bytes)
    {
        var (least, most) = Counts();
        return (least, most) == (1, 1) ? next => new SetNode(bytes, next) : next => new LoopNode(bytes, least, most, next);
    }

    private (int Least, int Most) Counts()
    {
        if (Take('*'))
        {
            return (0, MostRepeats);
        }

        if (Take('+'))
        {
            return (1, MostRepeats);
        }

        if (Take('?'))
        {
            return (0, 1);
        }

        if (IsAtEnd || _text[_at] != '{' || _at + 1 >= _text.Length || !char.IsAsciiDigit(_text[_at + 1]))
        {
            return (1, 1);
        }

        _at++;
        var least = Number();
        var most = !Take(',') ? least : _text[_at] == '}' ? MostRepeats : Number();
        Expect('}');
        return (least, most);
    }

    private int Number()
    {
        var start = _at;
        while (!IsAtEnd && char.IsAsciiDigit(_text[_at]) && _at - start < 6)
        {
            _at++;
        }

        return int.Parse(_text.AsSpan(start, _at - start), System.Globalization.CultureInfo.InvariantCulture);
    }

    private Func<PatternNode, PatternNode> Group()
    {
        _at++;
        var kind = Take("?=") ? '=' : Take("?!") ? '!' : Take("@") ? '@' : '(';
        var inner = Choice();
        Expect(')');
        return kind switch
        {
            '=' or '!' => next => new LookNode(inner(new EndNode()), kind == '=', next),
            '@' => next => new CaptureNode(true, inner(new CaptureNode(false, next))),
            _ when Take('*') => next => new RepeatNode(inner, next),
            _ when Take('+') => next => inner(new RepeatNode(inner, next)),
            _ when Take('?') => next => new ChoiceNode([inner(next), next]),
            _ => inner,
        };
    }

    private ByteSet Set()
    {
        var bytes = Take('[') ? Class() : Take('.') ? ~ByteSet.NewLine : Take('\\') ? Escape() : Literal();
        return _ignoresCase ? bytes.InBothCases() : bytes;
    }

    private ByteSet Literal()
    {
        var value = _text[_at++];
        return value < 0x80 && value is not ('*' or '+' or '?') ? ByteSet.Of((byte)value) : throw new FormatException();
    }

    private ByteSet Class()
    {
        var isNegated = Take('^');
        var bytes = default(ByteSet);
        while (!Take(']'))
        {
            if (IsAtEnd)
            {
                throw new FormatException();
            }

            if (Take('\\'))
            {
                bytes |= Escape();
                continue;
            }

            var first = _text[_at++];
            var isRange = _at + 1 < _text.Length && _text[_at] == '-' && _text[_at + 1] is not (']' or '\\');
            var last = isRange ? _text[(_at += 2) - 1] : first;
            bytes |= last < 0x80 ? ByteSet.Range(first, last) : throw new FormatException();
        }

        return isNegated ? ~bytes : bytes;
    }

    private ByteSet Escape()
    {
        if (IsAtEnd)
        {
            throw new FormatException();
        }

        var letter = _text[_at++];
        return letter switch
        {
            'd' => ByteSet.Digits,
            'D' => ~ByteSet.Digits,
            'h' => ByteSet.HexDigits,
            'H' => ~ByteSet.HexDigits,
            'w' => ByteSet.Letters | ByteSet.Digits,
            'W' => ~(ByteSet.Letters | ByteSet.Digits),
            's' => ByteSet.Blanks,
            'S' => ~ByteSet.Blanks,
            'n' => ByteSet.NewLine,
            't' => ByteSet.Of((byte)'\t'),
            'x' when _at + 2 <= _text.Length => ByteSet.Of(Convert.FromHexString(_text.AsSpan((_at += 2) - 2, 2))[0]),
            < '\x80' when !char.IsAsciiLetterOrDigit(letter) => ByteSet.Of((byte)letter),
            _ => throw new FormatException(),
        };
    }

    private bool Take(char mark)
    {
        var isThere = !IsAtEnd && _text[_at] == mark;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    private bool Take(string mark)
    {
        var isThere = _text.AsSpan(_at).StartsWith(mark);
        _at += isThere ? mark.Length : 0;
        return isThere;
    }

    private void Expect(char mark)
    {
        if (!Take(mark))
        {
            throw new FormatException();
        }
    }
}
