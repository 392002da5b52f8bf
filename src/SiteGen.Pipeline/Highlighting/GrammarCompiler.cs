using System.Collections.Immutable;
using SiteGen.Pipeline.Highlighting.Patterns;

namespace SiteGen.Pipeline.Highlighting;

/// <summary>Makes a language of its definition and of those that it extends.</summary>
internal sealed class GrammarCompiler
{
    private const int MostExtended = 8;
    private const int MostRules = 2000;

    private readonly GrammarDraft _draft = new();
    private readonly Dictionary<string, GrammarMode> _modes = new(StringComparer.Ordinal);
    private readonly GrammarMode _none = new("none");
    private readonly GrammarRule _words;

    private GrammarCompiler(GrammarSource source, Func<GrammarSource, string, GrammarSource?> find)
    {
        Extend(source, find, 0);
        _none.Set([]);
        _words = new GrammarRule(RuleKind.Words, []) { First = ByteSet.Letters | _draft.MoreLetters };
        foreach (var name in _draft.Modes.Keys)
        {
            _modes[name] = new GrammarMode(name);
        }
    }

    /// <summary>Makes a language; what cannot be understood of its definition is left out.</summary>
    /// <param name="source">Its definition.</param>
    /// <param name="find">Finds the definitions that it extends.</param>
    /// <param name="problems">What is left out.</param>
    public static Grammar Compile(
        GrammarSource source, Func<GrammarSource, string, GrammarSource?> find, out IReadOnlyList<GrammarProblem> problems)
    {
        var compiler = new GrammarCompiler(source, find);
        var draft = compiler._draft;
        foreach (var (name, mode) in compiler._modes)
        {
            mode.Set(compiler.RulesOf(name, []));
        }

        problems = draft.Problems;
        return new Grammar
        {
            Title = draft.Title.Length == 0 ? source.Name : draft.Title,
            Main = compiler._modes["main"],
            Words = new WordTable(draft.Words, draft.IgnoresCase),
            Letters = ByteSet.Letters | ByteSet.Digits | draft.MoreLetters | draft.InnerLetters,
            Members = draft.Members,
            Call = draft.Call,
            Names = [.. draft.Names],
        };
    }

    private void Extend(GrammarSource source, Func<GrammarSource, string, GrammarSource?> find, int depth)
    {
        var lines = source.Lines().ToArray();
        foreach (var line in lines.Where(line => line.Words[0] == "extends" && line.Words.Length == 2))
        {
            if (depth < MostExtended && find(source, line.Words[1]) is { } extended)
            {
                Extend(extended, find, depth + 1);
            }
            else if (depth == 0)
            {
                _draft.Report(line, $"there is no definition '{line.Words[1]}' to extend");
            }
        }

        _draft.Add(lines, isOwn: depth == 0);
    }

    // Rules that a mode includes are its own, in their place; a circle ends where it began.
    private List<GrammarRule> RulesOf(string mode, ImmutableArray<string> including)
    {
        var rules = new List<GrammarRule>();
        foreach (var line in _draft.Modes[mode])
        {
            if (line.Words is ["include", var name] && _modes.ContainsKey(name))
            {
                var isOpen = name == mode || including.Contains(name) || rules.Count > MostRules;
                rules.AddRange(isOpen ? [] : RulesOf(name, including.Add(mode)));
            }
            else if (line.Words is ["words"])
            {
                rules.Add(_words);
            }
            else if (RuleOf(line) is { } rule)
            {
                rules.Add(rule);
            }
        }

        return rules;
    }

    private GrammarRule? RuleOf(GrammarLine line)
    {
        var rule = Read(line.Words);
        if (rule is null)
        {
            _draft.Report(line, $"'{string.Join(' ', line.Words)}' is not a rule");
        }

        return rule;
    }

    // class pattern (class pattern)* [back | ... end [in mode | embed language]]
    private GrammarRule? Read(ImmutableArray<string> words)
    {
        var parts = ImmutableArray.CreateBuilder<RulePart>();
        var content = TokenClass.Plain;
        var at = 0;
        for (; at + 1 < words.Length && words[at] != "..."; at += 2)
        {
            var names = words[at].Split('/');
            if (TokenClasses.Find(names[0]) is not { } kind || _draft.PatternOf(words[at + 1]) is not { } pattern
                || TokenClasses.Find(names[^1]) is not { } inner)
            {
                return null;
            }

            content = inner;
            parts.Add(new RulePart(kind, pattern));
        }

        if (parts.Count == 0)
        {
            return null;
        }

        var rule = new GrammarRule(RuleKind.Token, parts.ToImmutable()) { First = parts[0].Pattern.First };
        return words.AsSpan()[at..] switch
        {
            [] => rule,
            ["back"] => rule with { Kind = RuleKind.Back },
            ["...", var end, .. var inside] when _draft.PatternOf(end) is { } pattern => Inside(
                rule with
                {
                    End = pattern,
                    Content = content,
                    Closing = parts[^1].Class,
                    NeedsIndentation = end.Contains(@"\I", StringComparison.Ordinal),
                },
                inside),
            _ => null,
        };
    }

    private GrammarRule? Inside(GrammarRule rule, ReadOnlySpan<string> words) => words switch
    {
        [] => rule with { Kind = RuleKind.Span, Mode = _none },
        ["in", var name] when _modes.TryGetValue(name, out var mode) => rule with { Kind = RuleKind.Span, Mode = mode },
        ["embed", "@"] => rule with { Kind = RuleKind.Embed },
        ["embed", var language] => rule with { Kind = RuleKind.Embed, Language = language },
        _ => null,
    };
}
