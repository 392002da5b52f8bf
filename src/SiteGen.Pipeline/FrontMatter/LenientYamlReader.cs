using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.FrontMatter;

/// <summary>Reads the YAML of a front matter block, even if it is not quite valid.</summary>
/// <remarks>
/// Authors write <c>title: Foo: bar</c> and quoted text that continues in column 0. When the block as a whole is not
/// valid, each top-level key is parsed separately, and what is still invalid is used as plain text.
/// </remarks>
internal sealed partial class LenientYamlReader
{
    private readonly SourceText _source;
    private readonly ImmutableArray<YamlEntry>.Builder _entries = ImmutableArray.CreateBuilder<YamlEntry>();
    private readonly ImmutableArray<Diagnostic>.Builder _problems = ImmutableArray.CreateBuilder<Diagnostic>();

    private LenientYamlReader(SourceText source) => _source = source;

    /// <summary>Reads a block whose first line is line <paramref name="lineOffset"/> + 1 of the source.</summary>
    /// <param name="source">The file, for messages.</param>
    /// <param name="text">The block.</param>
    /// <param name="lineOffset">The lines of the file before it.</param>
    /// <param name="isText">Whether a key holds text of people, in which <c>#word</c> is kept; null when <c>#</c> is a comment.</param>
    public static ParseResult<ImmutableArray<YamlEntry>> Read(
        SourceText source, string text, int lineOffset, Predicate<string>? isText = null)
    {
        var (yaml, kept) = isText is null ? (text, []) : Hashtags.Protect(text, lineOffset, isText);
        var read = Read(source, yaml, lineOffset);
        if (kept.IsEmpty)
        {
            return read;
        }

        var notes = kept.Select(at => source.Report(FrontMatterMessages.HashtagKept(), at, at with { Column = at.Column + 1 }));
        return new(Hashtags.Restore(read.Value), [.. read.Diagnostics, .. notes]);
    }

    private static ParseResult<ImmutableArray<YamlEntry>> Read(SourceText source, string text, int lineOffset)
    {
        if (SimpleYamlReader.Read(text, lineOffset) is { } plain)
        {
            return new(plain.Entries, []);
        }

        var (node, problem) = YamlReader.Read(text, lineOffset);
        return (node, problem) switch
        {
            (YamlMap map, null) => new(map.Entries, []),
            (null or YamlScalar { IsNull: true }, null) => new([], []),
            (_, { IsLimit: true }) => new([], [Unreadable(source, problem)]),
            _ => new LenientYamlReader(source).ReadByKey(text, lineOffset, problem),
        };
    }

    private static Diagnostic Unreadable(SourceText source, YamlProblem problem) =>
        source.Report(FrontMatterMessages.Unreadable(problem.Message, problem.Hint), problem.At, problem.At);

    private ParseResult<ImmutableArray<YamlEntry>> ReadByKey(string text, int lineOffset, YamlProblem? problem)
    {
        var lines = text.Split('\n');
        MoveKeysToTheMargin(lines, lineOffset);
        AddBlanks(lines, lineOffset);
        var start = Array.FindIndex(lines, line => KeyLine().IsMatch(line));
        if (start < 0 || lines.Take(start).Any(line => line.Trim() is not "" and not ['#', ..]))
        {
            var at = problem?.At ?? new LinePosition(lineOffset + 1, 1);
            Add(problem is null ? FrontMatterMessages.NoKeys() : FrontMatterMessages.Unreadable(problem.Message, problem.Hint), at);
        }

        while (start >= 0 && start < lines.Length)
        {
            var end = start + 1;
            while (end < lines.Length && !KeyLine().IsMatch(lines[end]))
            {
                end++;
            }

            ReadChunk(lines.AsSpan(start, end - start), lineOffset + start);
            start = end;
        }

        return new(_entries.ToImmutable(), _problems.ToImmutable());
    }

    // A key that is indented although the key above it has its value, or there is none above it, is meant to stand at the margin.
    private void MoveKeysToTheMargin(string[] lines, int lineOffset)
    {
        var mayHaveInner = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (KeyLine().IsMatch(lines[i]))
            {
                var isOpen = lines[i].TrimEnd() is [.., ':' or '|' or '>'] or [.., '|' or '>', '-' or '+'];
                mayHaveInner = isOpen || OpensQuoteOrBracket(lines[i]);
            }
            else if (!mayHaveInner && lines[i].TrimStart(' ') is var moved && moved != lines[i] && KeyLine().IsMatch(moved))
            {
                var at = new LinePosition(lineOffset + i + 1, lines[i].Length - moved.Length + 1);
                Add(FrontMatterMessages.IndentedKey(moved[..moved.IndexOf(':', StringComparison.Ordinal)].Trim()), at);
                lines[i] = moved;
            }
        }
    }

    // A key such as 'title:Rain' is a text to YAML; a line of a text that goes on at the margin is none.
    private void AddBlanks(string[] lines, int lineOffset)
    {
        var mayGoOn = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (!mayGoOn && TightKey().Match(lines[i]) is { Success: true, Length: var length })
            {
                Add(FrontMatterMessages.NoBlank(lines[i][..(length - 1)]), new LinePosition(lineOffset + i + 1, length));
                lines[i] = lines[i].Insert(length, " ");
            }

            mayGoOn = KeyLine().IsMatch(lines[i]) ? OpensQuoteOrBracket(lines[i]) : mayGoOn;
        }
    }

    private static bool OpensQuoteOrBracket(string line) =>
        line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].TrimStart() is ['"' or '\'' or '[' or '{', ..];

    private void ReadChunk(ReadOnlySpan<string> lines, int lineOffset)
    {
        var (node, problem) = YamlReader.Read(string.Join('\n', lines), lineOffset);
        if (problem is not null)
        {
            (node, _) = YamlReader.Read(Indented(lines), lineOffset);
        }

        if (node is YamlMap map)
        {
            _entries.AddRange(map.Entries);
            return;
        }

        ReadAsText(lines, lineOffset, problem ?? new YamlProblem("a value is missing", new LinePosition(lineOffset + 1, 1), false));
    }

    // Quoted text may continue in column 0, although YAML requires an indent.
    private static string Indented(ReadOnlySpan<string> lines)
    {
        var moved = lines.ToArray();
        for (var i = 1; i < moved.Length; i++)
        {
            moved[i] = " " + moved[i].TrimStart('\t');
        }

        return string.Join('\n', moved);
    }

    private void ReadAsText(ReadOnlySpan<string> lines, int lineOffset, YamlProblem problem)
    {
        var colon = lines[0].IndexOf(':', StringComparison.Ordinal);
        var start = new LinePosition(lineOffset + 1, 1);
        var key = new YamlScalar(Unquoted(lines[0][..colon].Trim()), true, start, start with { Column = colon + 1 });
        var rest = lines[0][(colon + 1)..].Trim();
        if (rest.Length == 0 && ListItems(lines, lineOffset) is { } list)
        {
            _entries.Add(new YamlEntry(key, list));
            return;
        }

        if (rest is ['[', ..] or ['{', ..] && lines[^1].TrimEnd() is not [.., ']' or '}'])
        {
            var opening = start with { Column = lines[0].IndexOf(rest[0], colon) + 1 };
            var (what, mark) = rest[0] == '[' ? ("list", ']') : ("map", '}');
            Add(FrontMatterMessages.BracketNotClosed(what, key.Value, mark), opening);
            return;
        }

        if (rest is "" or ['[', ..] or ['{', ..] or ['|', ..] or ['>', ..])
        {
            Add(FrontMatterMessages.UnreadableValue(key.Value, problem.Message, problem.Hint), problem.At);
            return;
        }

        foreach (var line in lines[1..])
        {
            rest = $"{rest} {line.Trim()}".Trim();
        }

        var value = Unquoted(rest);
        var column = lines[0].Length - lines[0][(colon + 1)..].TrimStart().Length + 1;
        var at = start with { Column = column };
        _entries.Add(new YamlEntry(key, new YamlScalar(value, false, at, at with { Column = lines[0].Length + 1 })));
        Add(MessageFor(key.Value, rest, Hashtags.Restore(value)), rest[0] is '"' or '\'' ? at : problem.At);
    }

    private static DiagnosticMessage MessageFor(string key, string written, string text) => written switch
    {
        ['"' or '\'', ..] when !written.AsSpan(1).Contains(written[0]) => FrontMatterMessages.QuoteNotClosed(key, written[0], text),
        ['"' or '\'', .., var last] when last == written[0] && written.AsSpan(1..^1).Contains(last) =>
            FrontMatterMessages.QuoteInside(key, last, text),
        ['"', .., '"'] when written.Contains('\\', StringComparison.Ordinal) => FrontMatterMessages.BackslashInQuotes(key, text),
        _ => FrontMatterMessages.ValueAsText(key, text),
    };

    // A list whose items are parsed one by one: '- ?' and '- %' are prose, not YAML.
    private YamlList? ListItems(ReadOnlySpan<string> lines, int lineOffset)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        var refused = ImmutableArray.CreateBuilder<YamlScalar>();
        for (var i = 1; i < lines.Length; i++)
        {
            var text = lines[i].Trim();
            if (text.Length == 0 || text[0] == '#')
            {
                continue;
            }

            if (text is not ['-', ' ', ..])
            {
                return null;
            }

            var at = new LinePosition(lineOffset + i + 1, lines[i].IndexOf('-', StringComparison.Ordinal) + 3);
            // Padded with spaces, so that the columns are those of the file.
            var (node, problem) = YamlReader.Read(new string(' ', at.Column - 1) + text[2..], lineOffset + i);
            var item = problem is null
                ? node
                : new YamlScalar(Unquoted(text[2..].Trim()), false, at, at with { Column = lines[i].Length + 1 });
            items.Add(item ?? new YamlScalar("", true, at, at));
            if (problem is not null && item is YamlScalar scalar)
            {
                refused.Add(scalar);
            }
        }

        foreach (var scalar in refused)
        {
            Add(FrontMatterMessages.ItemAsText(Hashtags.Restore(scalar.Value)), scalar.Start);
        }

        var start = new LinePosition(lineOffset + 1, 1);
        return new YamlList(items.ToImmutable(), start, start, items.Count + 1);
    }

    private void Add(DiagnosticMessage message, LinePosition at) => _problems.Add(_source.Report(message, at, at));

    // "Foo" and "bar" has two quotations, and 'It's here' is one: inside a quotation, no space follows a quote.
    private static string Unquoted(string text)
    {
        if (text.Length < 2 || text[0] is not ('"' or '\''))
        {
            return text;
        }

        var inside = text[^1] == text[0] ? text[1..^1] : text[1..];
        return inside.Contains($"{text[0]} ", StringComparison.Ordinal) ? text : inside;
    }

    [GeneratedRegex("^[\\p{L}_][\\p{L}\\p{N}_-]*:(?=[^\\s:/\\\\])", RegexOptions.CultureInvariant)]
    private static partial Regex TightKey();

    [GeneratedRegex("^(\"[^\"]+\"|'[^']+'|[\\p{L}_][\\p{L}\\p{N}_. -]*?)\\s*:(\\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex KeyLine();
}
