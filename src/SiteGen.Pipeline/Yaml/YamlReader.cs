using System.Collections.Immutable;
using SiteGen.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SiteGen.Pipeline.Yaml;

/// <summary>Reads one YAML document; the only user of YamlDotNet.</summary>
/// <remarks>
/// Nesting is bounded while the parser's events are read, so that no document can overflow the stack. Aliases share
/// their value and count with its full size, so that none can expand without bound.
/// </remarks>
internal sealed class YamlReader
{
    private const int DepthLimit = 64;
    private const int SizeLimit = 100_000;
    private const string ZeroCharacter = "this character is not text: its number is 0";

    private readonly Parser _parser;
    private readonly int _lineOffset;
    private readonly int _sizeLimit;
    private readonly Dictionary<string, YamlNode> _anchors = new(StringComparer.Ordinal);
    private int _size;
    private bool _isOverLimit;

    // What this reader refuses in its own words.
    private string? _refusal;

    private YamlReader(Parser parser, int lineOffset, int length)
    {
        // Each value takes at least one character: only aliases can exceed that.
        _sizeLimit = Math.Max(SizeLimit, length);
        _parser = parser;
        _lineOffset = lineOffset;
    }

    /// <summary>Reads a document; null for an empty one. Lines are counted from <paramref name="lineOffset"/>.</summary>
    public static (YamlNode? Node, YamlProblem? Problem) Read(string text, int lineOffset)
    {
        // The scanner takes it for the end of the text, and no path or address may hold it.
        if (text.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var zero)
        {
            return (null, new YamlProblem(ZeroCharacter, PositionOf(text, zero, lineOffset), false));
        }

        var parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
        var reader = new YamlReader(parser, lineOffset, text.Length);
        try
        {
            return (reader.ReadDocument(), null);
        }
        catch (YamlException problem)
        {
            return (null, YamlMistake.CauseOf(text, lineOffset, reader.ProblemOf(problem, problem.Start)));
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException)
        {
            // The scanner builds characters from \U escapes without checking that they exist, and a ':' in a list in
            // brackets that spans lines leads it into an unexpected state.
            return (null, YamlMistake.CauseOf(text, lineOffset, reader.ProblemOf(problem, parser.Current?.End ?? Mark.Empty)));
        }
    }

    private YamlProblem ProblemOf(Exception problem, Mark at)
    {
        var error = _refusal is null ? YamlErrorMessage.From(problem.Message) : new YamlErrorMessage(_refusal, null);
        return new YamlProblem(error.Message, PositionOf(at), _isOverLimit) { Hint = error.Hint };
    }

    private YamlNode? ReadDocument()
    {
        _parser.MoveNext();
        _parser.MoveNext();
        if (_parser.Current is not DocumentStart)
        {
            return null;
        }

        _parser.MoveNext();
        var node = ReadNode(0);
        _parser.MoveNext();
        return _parser.Current is StreamEnd ? node : throw Refuse("a second document starts here");
    }

    // Reads the value at the current event and leaves the parser on the next one.
    private YamlNode ReadNode(int depth)
    {
        if (depth > DepthLimit)
        {
            _isOverLimit = true;
            throw Refuse($"values are nested more than {DepthLimit} deep");
        }

        if (_parser.Current is AnchorAlias alias)
        {
            return Resolve(alias);
        }

        var anchor = (_parser.Current as NodeEvent)?.Anchor ?? AnchorName.Empty;
        YamlNode node = _parser.Current switch
        {
            SequenceStart start => ReadList(start, depth),
            MappingStart start => ReadMap(start, depth),
            Scalar scalar => ReadScalar(scalar),
            _ => throw Refuse("a value is missing"),
        };
        if (!anchor.IsEmpty)
        {
            _anchors[anchor.Value] = node;
        }

        return node;
    }

    private YamlScalar ReadScalar(Scalar scalar)
    {
        Count(1);
        if (scalar.Value.Contains('\0', StringComparison.Ordinal))
        {
            throw Refuse(ZeroCharacter);
        }

        var node = new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, PositionOf(scalar.Start), PositionOf(scalar.End));
        _parser.MoveNext();
        return node;
    }

    private YamlList ReadList(SequenceStart start, int depth)
    {
        Count(1);
        var before = _size;
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        _parser.MoveNext();
        while (_parser.Current is not SequenceEnd)
        {
            items.Add(ReadNode(depth + 1));
        }

        var end = PositionOf(_parser.Current.End);
        _parser.MoveNext();
        return new YamlList(items.ToImmutable(), PositionOf(start.Start), end, 1 + _size - before);
    }

    private YamlMap ReadMap(MappingStart start, int depth)
    {
        Count(1);
        var before = _size;
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var inherited = new List<YamlEntry>();
        _parser.MoveNext();
        while (_parser.Current is not MappingEnd)
        {
            var at = _parser.Current?.Start ?? Mark.Empty;
            var key = ReadNode(depth + 1) as YamlScalar ?? throw Refuse("a key must be a single word or text", at);
            var value = ReadNode(depth + 1);
            if (key is { Value: "<<", IsPlain: true } && value is YamlMap merged)
            {
                inherited.InsertRange(0, merged.Entries);
            }
            else
            {
                entries.Add(new YamlEntry(key, value));
            }
        }

        // Merge key (YAML 1.1 type repository): the map's own keys win.
        if (inherited.Count > 0)
        {
            var own = entries.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
            entries.InsertRange(0, inherited.Where(other => !own.Contains(other.Name)).DistinctBy(other => other.Name));
        }

        var end = PositionOf(_parser.Current.End);
        _parser.MoveNext();
        return new YamlMap(entries.ToImmutable(), PositionOf(start.Start), end, 1 + _size - before);
    }

    private YamlNode Resolve(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var node))
        {
            throw Refuse($"'*{alias.Value.Value}' refers to an anchor that is not defined above");
        }

        Count(node.Size);
        _parser.MoveNext();
        return node;
    }

    private void Count(int values)
    {
        _size += values;
        if (_size > _sizeLimit)
        {
            _isOverLimit = true;
            throw Refuse($"there are more than {_sizeLimit} values, aliases included");
        }
    }

    private SemanticErrorException Refuse(string message, Mark? at = null)
    {
        _refusal = message;
        var start = at ?? _parser.Current?.Start ?? Mark.Empty;
        return new SemanticErrorException(start, start, message);
    }

    private static LinePosition PositionOf(string text, int offset, int lineOffset)
    {
        var before = text.AsSpan(0, offset);
        return new LinePosition(before.Count('\n') + 1 + lineOffset, offset - before.LastIndexOf('\n'));
    }

    private LinePosition PositionOf(Mark mark) =>
        new((int)Math.Max(1, mark.Line) + _lineOffset, (int)Math.Max(1, mark.Column));
}
