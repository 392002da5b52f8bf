using System.Collections.Immutable;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Running;

/// <summary>The state of a loop: the values of <c>for</c>, <c>while</c> and <c>tablerow</c> inside their bodies.</summary>
internal sealed class LoopState(int length, int columns) : IMembers
{
    /// <summary>The members of a <c>for</c> loop; a <c>while</c> loop has the first four, a <c>tablerow</c> loop also <c>col</c>.</summary>
    public static ImmutableArray<string> CommonNames { get; } =
        ["index", "first", "even", "odd", "last", "length", "rindex", "changed"];

    public int Index { get; set; }

    public bool IsChanged { get; set; } = true;

    public ImmutableArray<string> Names => length < 0 ? CommonNames[..4] : columns > 0 ? CommonNames.Add("col") : CommonNames;

    /// <summary>Whether a loop of this kind has this member; known when a template is parsed.</summary>
    public static bool Has(string kind, string member) => member switch
    {
        "index" or "first" or "even" or "odd" => true,
        "last" or "length" or "rindex" or "changed" => kind != "while",
        "col" => kind == "tablerow",
        _ => false,
    };

    public bool TryGet(string name, out Value value)
    {
        value = name switch
        {
            "index" => Value.From(Index),
            "first" => Value.From(Index == 0),
            "even" => Value.From(Index % 2 == 0),
            "odd" => Value.From(Index % 2 != 0),
            "last" when length >= 0 => Value.From(Index == length - 1),
            "length" when length >= 0 => Value.From(length),
            "rindex" when length >= 0 => Value.From(length - 1 - Index),
            "changed" when length >= 0 => Value.From(IsChanged),
            "col" when columns > 0 => Value.From(Index % columns),
            _ => Value.Missing,
        };
        return !value.IsMissing;
    }
}
