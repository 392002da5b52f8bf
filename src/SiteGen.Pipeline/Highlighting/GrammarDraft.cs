using System.Collections.Immutable;
using SiteGen.Pipeline.Highlighting.Patterns;

namespace SiteGen.Pipeline.Highlighting;

/// <summary>Collects the lines of a definition and of those that it extends.</summary>
internal sealed class GrammarDraft
{
    private readonly Dictionary<string, string> _fragments = new(StringComparer.Ordinal);
    private readonly List<GrammarProblem> _problems = [];
    private List<GrammarLine>? _rules;

    /// <summary>The name that readers see.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Whether capitals are the same as small letters.</summary>
    public bool IgnoresCase { get; private set; }

    /// <summary>Bytes of words beside letters and digits.</summary>
    public ByteSet MoreLetters { get; private set; }

    /// <summary>The same, but not as the first.</summary>
    public ByteSet InnerLetters { get; private set; }

    /// <summary>Bytes behind which no word is a keyword.</summary>
    public ByteSet Members { get; private set; }

    /// <summary>What follows the name of a function.</summary>
    public Pattern? Call { get; private set; }

    /// <summary>How names look.</summary>
    public List<RulePart> Names { get; } = [];

    /// <summary>The words with their classes and the classes of the names behind them.</summary>
    public Dictionary<string, (TokenClass Class, TokenClass Announces)> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>The rules of each mode, as written.</summary>
    public Dictionary<string, List<GrammarLine>> Modes { get; } = new(StringComparer.Ordinal) { ["main"] = [] };

    /// <summary>What cannot be understood.</summary>
    public IReadOnlyList<GrammarProblem> Problems => _problems;

    /// <summary>Adds the lines of a definition; its rules go before those that are there, and its words replace them.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="isOwn">Whether problems are reported: not for those of a definition that is extended.</param>
    public void Add(IEnumerable<GrammarLine> lines, bool isOwn)
    {
        var known = Modes.ToDictionary(mode => mode.Key, mode => mode.Value, StringComparer.Ordinal);
        Modes.Clear();
        var problems = _problems.Count;
        _rules = null;
        foreach (var line in lines)
        {
            if (line.Words[0] == "mode" && line.Words.Length == 2)
            {
                _rules = Modes.TryGetValue(line.Words[1], out var same) ? same : Modes[line.Words[1]] = [];
            }
            else if (_rules is not null)
            {
                _rules.Add(line);
            }
            else if (!Read(line))
            {
                Report(line, $"'{line.Words[0]}' is not a statement of a definition, or has not what it needs");
            }
        }

        foreach (var (name, rules) in known)
        {
            Modes[name] = Modes.TryGetValue(name, out var own) ? [.. own, .. rules] : rules;
        }

        if (!isOwn)
        {
            _problems.RemoveRange(problems, _problems.Count - problems);
        }
    }

    /// <summary>Notes what cannot be understood.</summary>
    public void Report(GrammarLine line, string reason) => _problems.Add(new GrammarProblem(line.Number, reason));

    /// <summary>Reads a pattern, in which fragments are named in braces; null when it is none.</summary>
    public Pattern? PatternOf(string text) => PatternParser.Parse(Expand(text), IgnoresCase);

    private bool Read(GrammarLine line)
    {
        var words = line.Words;
        switch (words[0])
        {
            case "title":
                Title = string.Join(' ', words.Skip(1));
                return words.Length > 1;
            case "aliases" or "extends":
                return true;
            case "ignore-case":
                IgnoresCase = true;
                return true;
            case "letters":
                MoreLetters |= SetOf(words);
                return true;
            case "inner-letters":
                InnerLetters |= SetOf(words);
                return true;
            case "members":
                Members |= SetOf(words);
                return true;
            case "call" when words.Length == 2:
                Call = PatternOf(words[1]);
                return Call is not null;
            case "let" when words.Length == 3:
                _fragments[words[1]] = Expand(words[2]);
                return true;
            case "names" when words.Length == 3 && TokenClasses.Find(words[1]) is { } kind && PatternOf(words[2]) is { } pattern:
                Names.Insert(0, new RulePart(kind, pattern));
                return true;
            case "words" when words.Length > 2 && TokenClasses.Find(words[1]) is { } kind:
                return Add(words[2..], known => (kind, known.Announces));
            case "after" when words.Length > 2 && TokenClasses.Find(words[1]) is { } kind:
                return Add(words[2..], known => (known.Class == TokenClass.Plain ? TokenClass.Keyword : known.Class, kind));
            default:
                return false;
        }
    }

    private bool Add(
        ImmutableArray<string> words, Func<(TokenClass Class, TokenClass Announces), (TokenClass, TokenClass)> change)
    {
        foreach (var word in words)
        {
            Words[word] = change(Words.GetValueOrDefault(word));
        }

        return true;
    }

    private string Expand(string text) =>
        _fragments.Aggregate(text, (all, fragment) => all.Replace($"{{{fragment.Key}}}", fragment.Value, StringComparison.Ordinal));

    private static ByteSet SetOf(IEnumerable<string> words) => words.Skip(1).SelectMany(word => word).Where(char.IsAscii)
        .Aggregate(default(ByteSet), (all, letter) => all | ByteSet.Of((byte)letter));
}
