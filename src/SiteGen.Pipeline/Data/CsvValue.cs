using System.Collections.Immutable;
using System.Text;
using SiteGen.Pipeline.Yaml;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.Data;

/// <summary>A table as template values (RFC 4180): the first record names the columns, every other becomes an object.</summary>
/// <remarks>
/// The delimiter is <c>,</c>, <c>;</c> or a tab, whichever the first line has most of: spreadsheets differ by country.
/// </remarks>
internal sealed class CsvValue
{
    private readonly string _text;
    private readonly char _delimiter;
    private int _at;
    private int _line = 1;

    private CsvValue(string text)
    {
        _text = text;
        var end = text.AsSpan().IndexOfAny('\n', '\r');
        var first = end < 0 ? text : text[..end];
        _delimiter = ",;\t".MaxBy(sign => first.Count(c => c == sign));
    }

    /// <summary>Reads a table.</summary>
    public static (Value Value, YamlProblem? Problem) Read(string text)
    {
        var reader = new CsvValue(text);
        var rows = ImmutableArray.CreateBuilder<Value>();
        List<string>? columns = null;
        while (reader._at < text.Length)
        {
            var line = reader._line;
            var fields = reader.Record(out var isOpen);
            if (isOpen)
            {
                const string Close = "close it with '\"'; a '\"' inside a field is written '\"\"'";
                return Refused("a field that starts with '\"' in this line does not end", line, Close);
            }

            // An empty line is not a record.
            if (fields is [""])
            {
                continue;
            }

            if (columns is null)
            {
                columns = [.. fields.Select(field => field.Trim())];
                continue;
            }

            if (fields.Count > columns.Count)
            {
                var hint = $"put a field that has a '{reader._delimiter}' in it in double quotes, or name the field in the first line";
                return Refused($"this line has {fields.Count} fields, the first line names {columns.Count}", line, hint);
            }

            var members = columns.Select((column, index) =>
                KeyValuePair.Create(column, Value.From(index < fields.Count ? fields[index] : "")));
            rows.Add(Value.From(new MemberMap([.. members])));
        }

        return (Value.From(new ItemList(rows.ToImmutable())), null);
    }

    private static (Value Value, YamlProblem? Problem) Refused(string reason, int line, string hint) =>
        (Value.Nil, new YamlProblem(reason, new LinePosition(line, 1), false) { Hint = hint });

    private List<string> Record(out bool isOpen)
    {
        var fields = new List<string>();
        do
        {
            fields.Add(_at < _text.Length && _text[_at] == '"' ? Quoted(out isOpen) : Plain(out isOpen));
        }
        while (!isOpen && Skip(_delimiter));
        if (_at < _text.Length && _text[_at] == '\r')
        {
            _at++;
        }

        _line += Skip('\n') ? 1 : 0;
        return fields;
    }

    private bool Skip(char sign)
    {
        var isThere = _at < _text.Length && _text[_at] == sign;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    private string Plain(out bool isOpen)
    {
        isOpen = false;
        var rest = _text.AsSpan(_at);
        var length = rest.IndexOfAny(_delimiter, '\n', '\r');
        var field = length < 0 ? rest : rest[..length];
        _at += field.Length;
        return field.ToString();
    }

    private string Quoted(out bool isOpen)
    {
        var field = new StringBuilder();
        for (_at++; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (c != '"')
            {
                _line += c == '\n' ? 1 : 0;
                field.Append(c);
            }
            else if (_at + 1 < _text.Length && _text[_at + 1] == '"')
            {
                field.Append(_text[_at++]);
            }
            else
            {
                _at++;
                isOpen = false;
                // Text between a closing quote and the next delimiter belongs to the field, as in spreadsheets.
                return field.Append(Plain(out _)).ToString();
            }
        }

        isOpen = true;
        return field.ToString();
    }
}
