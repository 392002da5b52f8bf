using System.Collections.Immutable;
using SiteGen.Pipeline.Highlighting.Patterns;

namespace SiteGen.Pipeline.Highlighting;

/// <summary>What a rule does beside naming what it matches.</summary>
internal enum RuleKind
{
    /// <summary>Nothing.</summary>
    Token,

    /// <summary>It opens a span, which has a mode of its own up to its end.</summary>
    Span,

    /// <summary>It opens a span in another language, up to the first place where the end matches.</summary>
    Embed,

    /// <summary>It reads a word.</summary>
    Words,

    /// <summary>Ends the current span.</summary>
    Back,
}

/// <summary>A part of a rule: what matches, and its class.</summary>
internal readonly record struct RulePart(TokenClass Class, Pattern Pattern);

/// <summary>A rule of a mode.</summary>
internal sealed record GrammarRule(RuleKind Kind, ImmutableArray<RulePart> Parts)
{
    /// <summary>The class of what stands between the start and the end of a span, where no rule of its mode says otherwise.</summary>
    public TokenClass Content { get; init; }

    /// <summary>The class of the end of a span.</summary>
    public TokenClass Closing { get; init; }

    /// <summary>The end of a span.</summary>
    public Pattern End { get; init; } = Pattern.Never;

    /// <summary>The mode inside a span.</summary>
    public GrammarMode? Mode { get; init; }

    /// <summary>The name of the language inside a span; empty when it is the one that the start captured.</summary>
    public string Language { get; init; } = "";

    /// <summary>Whether the end of a span depends on how far its start is indented.</summary>
    public bool NeedsIndentation { get; init; }

    /// <summary>What the rule can start with.</summary>
    public required ByteSet First { get; init; }
}

/// <summary>The rules that hold in a part of a code, such as inside of a text.</summary>
/// <remarks>Modes refer to each other in circles, so the rules are set once all modes exist.</remarks>
internal sealed class GrammarMode(string name)
{
    private readonly GrammarRule[][] _byFirst = new GrammarRule[256][];

    /// <summary>Its name in the definition.</summary>
    public string Name { get; } = name;

    /// <summary>The rules that may match where a byte stands.</summary>
    public GrammarRule[] RulesAt(byte first) => _byFirst[first];

    /// <summary>Sets the rules, once.</summary>
    public void Set(IReadOnlyCollection<GrammarRule> rules)
    {
        for (var value = 0; value < _byFirst.Length; value++)
        {
            _byFirst[value] = [.. rules.Where(rule => rule.First.Contains((byte)value))];
        }
    }
}

/// <summary>The definition of a language, ready to read code.</summary>
internal sealed record Grammar
{
    /// <summary>The name that readers see.</summary>
    public required string Title { get; init; }

    /// <summary>The mode that a code starts in.</summary>
    public required GrammarMode Main { get; init; }

    /// <summary>The words with their classes.</summary>
    public required WordTable Words { get; init; }

    /// <summary>The bytes of which words are made.</summary>
    public required ByteSet Letters { get; init; }

    /// <summary>The bytes behind which no word is a keyword: <c>.</c> in front of members.</summary>
    public required ByteSet Members { get; init; }

    /// <summary>What follows a word that is the name of a function; null when nothing tells.</summary>
    public required Pattern? Call { get; init; }

    /// <summary>How words look that are not listed.</summary>
    public required ImmutableArray<RulePart> Names { get; init; }
}
