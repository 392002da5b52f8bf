using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using SiteGen.Text;

namespace SiteGen.Pipeline.Yaml;

/// <summary>Keeps hashtags in texts of people: <c>title: My #CIPD day</c>, <c>tags: [#hr]</c>.</summary>
/// <remarks>
/// For YAML a <c>#</c> behind a blank starts a comment (YAML 1.2 §6.6), and nobody who writes a hashtag means one. In the values
/// of the keys that hold text, on one line and not in quotes, a <c>#</c> directly followed by a letter or a digit is text. While
/// YAML is read, a character of the private use area stands for it, so that no column moves.
/// </remarks>
internal sealed class Hashtags
{
    private const char StandIn = '\uE023';

    private readonly char[] _text;
    private readonly int _lineOffset;
    private readonly Predicate<string> _isText;
    private readonly ImmutableArray<LinePosition>.Builder _kept = ImmutableArray.CreateBuilder<LinePosition>();
    private int _line;
    private int _lineStart;
    private bool _isTextKey;

    // The column of the key whose block text is being skipped; -1 outside.
    private int _blockColumn = -1;

    private Hashtags(string text, int lineOffset, Predicate<string> isText) =>
        (_text, _lineOffset, _isText) = (text.ToCharArray(), lineOffset, isText);

    /// <summary>The YAML with every hashtag replaced by its stand-in, and where they are.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="lineOffset">The lines of the file before it.</param>
    /// <param name="isText">Whether a key, as in <see cref="YamlEntry.Name"/>, holds text of people.</param>
    public static (string Yaml, ImmutableArray<LinePosition> Kept) Protect(string yaml, int lineOffset, Predicate<string> isText)
    {
        if (!yaml.Contains('#', StringComparison.Ordinal) || yaml.Contains(StandIn, StringComparison.Ordinal))
        {
            return (yaml, []);
        }

        var hashtags = new Hashtags(yaml, lineOffset, isText);
        hashtags.ReadLines();
        return hashtags._kept.Count == 0 ? (yaml, []) : (new string(hashtags._text), hashtags._kept.ToImmutable());
    }

    /// <summary>A text with its hashtags back.</summary>
    public static string Restore(string text) => text.Replace(StandIn, '#');

    /// <summary>Entries with the hashtags back in all their values.</summary>
    public static ImmutableArray<YamlEntry> Restore(ImmutableArray<YamlEntry> entries) =>
        [.. entries.Select(entry => new YamlEntry((YamlScalar)Restore(entry.Key), Restore(entry.Value)))];

    private static YamlNode Restore(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar with { Value = Restore(scalar.Value) },
        YamlList list => list with { Items = [.. list.Items.Select(Restore)] },
        YamlMap map => map with { Entries = Restore(map.Entries) },
        _ => node,
    };

    private void ReadLines()
    {
        while (_lineStart < _text.Length)
        {
            var end = Array.IndexOf(_text, '\n', _lineStart);
            end = end < 0 ? _text.Length : end;
            _line++;
            ReadLine(end);
            _lineStart = end + 1;
        }
    }

    private void ReadLine(int end)
    {
        var at = SkipBlanks(_lineStart, end);
        if (at == end || _text[at] == '\r')
        {
            return;
        }

        if (_blockColumn >= 0 && at - _lineStart > _blockColumn)
        {
            return;
        }

        _blockColumn = -1;
        var keyColumn = at - _lineStart;
        var isItem = false;
        while (at + 1 < end && _text[at] == '-' && _text[at + 1] == ' ')
        {
            isItem = true;
            at = SkipBlanks(at + 1, end);
        }

        if (KeyAt(at, end) is { } colon)
        {
            _isTextKey = _isText(YamlEntry.Normalize(_text.AsSpan(at, colon - at)));
            ReadValue(SkipBlanks(colon + 1, end), end, keyColumn);
        }
        else if (isItem)
        {
            ReadValue(at, end, keyColumn);
        }
    }

    // The colon behind a key without quotes.
    private int? KeyAt(int at, int end)
    {
        if (at == end || !char.IsAsciiLetter(_text[at]))
        {
            return null;
        }

        while (at < end && (char.IsAsciiLetterOrDigit(_text[at]) || _text[at] is '_' or '-' or ' ' or '.'))
        {
            at++;
        }

        var isKey = at < end && _text[at] == ':' && (at + 1 == end || _text[at + 1] is ' ' or '\r');
        return isKey ? at : null;
    }

    private void ReadValue(int at, int end, int keyColumn)
    {
        switch (at < end ? _text[at] : ' ')
        {
            case '|' or '>':
                _blockColumn = keyColumn;
                break;
            case '[' when _isTextKey:
                ReadFlow(at, end);
                break;
            case not ('"' or '\'' or '{' or '&' or '*' or '!' or '[') when _isTextKey:
                ReadPlain(at, end);
                break;
        }
    }

    private void ReadPlain(int at, int end)
    {
        for (var i = at; i < end; i++)
        {
            if (_text[i] == '#' && (i == at || _text[i - 1] is ' ' or '\t') && !TryKeep(i, end))
            {
                return;
            }
        }
    }

    // A list in brackets: an item in quotes is skipped, and nothing is kept behind its closing quote.
    private void ReadFlow(int at, int end)
    {
        var isAtStart = true;
        var isBehindQuote = false;
        for (var i = at + 1; i < end && _text[i] != ']'; i++)
        {
            switch (_text[i])
            {
                case ',' or '[':
                    (isAtStart, isBehindQuote) = (true, false);
                    continue;
                case ' ':
                    continue;
                case '"' or '\'' when isAtStart:
                    var closing = Array.IndexOf(_text, _text[i], i + 1, end - i - 1);
                    i = closing < 0 ? end : closing;
                    isBehindQuote = true;
                    break;
                case '#' when _text[i - 1] is ' ' or '\t' or ',' or '[':
                    if (isBehindQuote || !TryKeep(i, end))
                    {
                        return;
                    }

                    break;
            }

            isAtStart = false;
        }
    }

    private bool TryKeep(int at, int end)
    {
        if (Rune.DecodeFromUtf16(_text.AsSpan(at + 1, end - at - 1), out var next, out _) != OperationStatus.Done
            || !Rune.IsLetterOrDigit(next))
        {
            return false;
        }

        _text[at] = StandIn;
        _kept.Add(new LinePosition(_lineOffset + _line, at - _lineStart + 1));
        return true;
    }

    private int SkipBlanks(int at, int end)
    {
        while (at < end && _text[at] == ' ')
        {
            at++;
        }

        return at;
    }
}
