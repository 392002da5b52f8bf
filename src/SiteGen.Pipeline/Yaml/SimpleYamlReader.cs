using System.Buffers;
using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Pipeline.Yaml;

/// <summary>
/// Reads the YAML of most front matter: top-level keys with one-line values, one-line lists, dashed lists.
/// </summary>
/// <remarks>
/// Gives up on everything else and on anything doubtful: its result equals that of <see cref="YamlReader"/> (a law with
/// a test). It exists only for speed: the general parser took a third of the time of parsing a post.
/// </remarks>
internal sealed class SimpleYamlReader
{
    // Line breaks of YAML 1.1, controls, tabs and the byte order mark: rare, and left to the general parser.
    private static readonly SearchValues<char> s_strange = SearchValues.Create(
        string.Concat(Enumerable.Range(0, 32)
            .Concat([0x7F, 0x85, 0x2028, 0x2029, 0xFEFF])
            .Where(c => c is not ('\n' or '\r'))
            .Select(c => (char)c)));

    private static readonly SearchValues<char> s_indicators = SearchValues.Create("-?:,[]{}#&*!|>'\"%@`~=<");

    private static readonly SearchValues<char> s_notInFlow = SearchValues.Create(":[]{}\"'#&*!|>%@`?\\");

    private readonly string _text;
    private readonly int _lineOffset;
    private readonly ImmutableArray<YamlEntry>.Builder _entries = ImmutableArray.CreateBuilder<YamlEntry>(12);
    private int _at;
    private int _line;

    private SimpleYamlReader(string text, int lineOffset)
    {
        _text = text;
        _lineOffset = lineOffset;
    }

    /// <summary>Reads a document; null when it is not simple. Lines are counted from <paramref name="lineOffset"/>.</summary>
    public static YamlMap? Read(string text, int lineOffset)
    {
        if (text.AsSpan().ContainsAny(s_strange))
        {
            return null;
        }

        var reader = new SimpleYamlReader(text, lineOffset);
        return reader.ReadEntries() && reader._entries.Count > 0 ? reader.ToMap() : null;
    }

    private YamlMap ToMap()
    {
        var size = 1;
        foreach (var entry in _entries)
        {
            size += 1 + entry.Value.Size;
        }

        return new YamlMap(_entries.ToImmutable(), _entries[0].Key.Start, _entries[^1].Value.End, size);
    }

    private bool ReadEntries()
    {
        while (NextLine(out var line))
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var colon = EndOfKey(line);
            if (colon <= 0 || colon >= line.Length || line[colon] != ':' || (colon + 1 < line.Length && line[colon + 1] != ' '))
            {
                return false;
            }

            var key = new YamlScalar(line[..colon].ToString(), true, Place(0), Place(colon));
            var value = ReadValue(line, colon + 1);
            if (value is null)
            {
                return false;
            }

            _entries.Add(new YamlEntry(key, value));
        }

        return true;
    }

    // Letters, digits, '_' and '-', a letter first.
    private static int EndOfKey(ReadOnlySpan<char> line)
    {
        var end = 0;
        while (end < line.Length
            && (char.IsAsciiLetter(line[end]) || (end > 0 && (char.IsAsciiDigit(line[end]) || line[end] is '_' or '-'))))
        {
            end++;
        }

        return end;
    }

    private YamlNode? ReadValue(ReadOnlySpan<char> line, int from)
    {
        while (from < line.Length && line[from] == ' ')
        {
            from++;
        }

        if (from == line.Length)
        {
            return ReadDashes(line.Length);
        }

        // An indented line below continues the value.
        return NextStartsKey() ? line[from] == '[' ? ReadFlow(line, from) : ReadScalar(line, from) : null;
    }

    private YamlScalar? ReadScalar(ReadOnlySpan<char> line, int from)
    {
        var text = line[from..].TrimEnd(' ');
        var end = Place(from + text.Length);
        if (text[0] is '"' or '\'')
        {
            var isSimple = text.Length > 1 && text[^1] == text[0] && !text[1..^1].ContainsAny(text[0], '\\');
            return isSimple ? new YamlScalar(text[1..^1].ToString(), false, Place(from), end) : null;
        }

        var isPlain = !s_indicators.Contains(text[0]) && text[^1] != ':' && text.IndexOf(": ") < 0 && text.IndexOf(" #") < 0;
        return isPlain ? new YamlScalar(text.ToString(), true, Place(from), end) : null;
    }

    private YamlList? ReadFlow(ReadOnlySpan<char> line, int from)
    {
        var text = line[from..].TrimEnd(' ');
        var inner = text.Length > 1 && text[^1] == ']' ? text[1..^1] : ['?'];
        if (inner.ContainsAny(s_notInFlow))
        {
            return null;
        }

        var items = ImmutableArray.CreateBuilder<YamlNode>();
        var at = from + 1;
        foreach (var part in inner.Split(','))
        {
            var written = inner[part];
            var item = written.Trim(' ');
            if (item.Length == 0 ? !inner.IsWhiteSpace() : s_indicators.Contains(item[0]))
            {
                return null;
            }

            if (item.Length > 0)
            {
                var start = at + written.Length - written.TrimStart(' ').Length;
                items.Add(new YamlScalar(item.ToString(), true, Place(start), Place(start + item.Length)));
            }

            at += written.Length + 1;
        }

        return new YamlList(items.ToImmutable(), Place(from), Place(from + text.Length), items.Count + 1);
    }

    // A key without a value is followed by a list of dashed lines, or by nothing.
    private YamlNode? ReadDashes(int column)
    {
        if (NextStartsKey())
        {
            return new YamlScalar("", true, Place(column), Place(column));
        }

        var items = ImmutableArray.CreateBuilder<YamlNode>();
        var indent = -1;
        var start = LinePosition.None;
        while (!NextStartsKey())
        {
            if (!NextLine(out var line))
            {
                return null;
            }

            var dash = line.IndexOfAnyExcept(' ');
            indent = indent < 0 ? dash : indent;
            if (dash < 0 || dash != indent || line[dash] != '-'
                || dash + 2 >= line.Length || line[dash + 1] != ' ' || line[dash + 2] is ' ' or '[')
            {
                return null;
            }

            start = items.Count == 0 ? Place(dash) : start;
            if (!NextIsItemOrKey(indent) || ReadScalar(line, dash + 2) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return new YamlList(items.ToImmutable(), start, items[^1].End, items.Count + 1);
    }

    private bool NextStartsKey() => _at >= _text.Length || char.IsAsciiLetter(_text[_at]);

    private bool NextIsItemOrKey(int indent)
    {
        var dash = _at;
        while (dash < _text.Length && _text[dash] == ' ')
        {
            dash++;
        }

        return NextStartsKey() || (dash - _at == indent && dash < _text.Length && _text[dash] == '-');
    }

    private bool NextLine(out ReadOnlySpan<char> line)
    {
        line = default;
        if (_at >= _text.Length)
        {
            return false;
        }

        var rest = _text.AsSpan(_at);
        var end = rest.IndexOf('\n');
        line = (end < 0 ? rest : rest[..end]).TrimEnd('\r');
        _at += end < 0 ? rest.Length : end + 1;
        _line++;
        return true;
    }

    private LinePosition Place(int column) => new(_line + _lineOffset, column + 1);
}
