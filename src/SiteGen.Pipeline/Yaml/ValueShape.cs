using System.Collections.Immutable;

namespace SiteGen.Pipeline.Yaml;

/// <summary>What the value of a key may be; the JSON Schemas and the list of options are made from it.</summary>
internal abstract record ValueShape
{
    /// <summary>A text; a number or a boolean is read as one.</summary>
    public static ValueShape Text { get; } = new Single(SingleKind.Text);

    /// <summary>A whole number above 0.</summary>
    public static ValueShape Number { get; } = new Single(SingleKind.Number);

    /// <summary>A whole number.</summary>
    public static ValueShape WholeNumber { get; } = new Single(SingleKind.WholeNumber);

    /// <summary>True or false, or a word that means one of them.</summary>
    public static ValueShape Flag { get; } = new Single(SingleKind.Flag);

    /// <summary>A day or a moment.</summary>
    public static ValueShape Date { get; } = new Single(SingleKind.Date);

    /// <summary>Any value.</summary>
    public static ValueShape Anything { get; } = new Single(SingleKind.Anything);

    /// <summary>A text, or a list of texts.</summary>
    public static ValueShape Texts { get; } = new ListOf(Text, AlsoSingle: true);

    /// <summary>One of several words.</summary>
    public static ValueShape OneOf(params ReadOnlySpan<string> words) => new Words([.. words]);

    /// <summary>One of several shapes.</summary>
    public static ValueShape Either(params ReadOnlySpan<ValueShape> shapes) => new AnyOf([.. shapes]);

    /// <summary>A single value of a kind.</summary>
    public sealed record Single(SingleKind Kind) : ValueShape;

    /// <summary>One of several words.</summary>
    public sealed record Words(ImmutableArray<string> All) : ValueShape;

    /// <summary>A list.</summary>
    /// <param name="Item">What each item may be.</param>
    /// <param name="AlsoSingle">Whether one item may stand for a list.</param>
    public sealed record ListOf(ValueShape Item, bool AlsoSingle) : ValueShape;

    /// <summary>A map whose keys are free.</summary>
    public sealed record MapOf(ValueShape Value) : ValueShape;

    /// <summary>A map with known keys.</summary>
    /// <param name="Keys">The keys and what their values may be.</param>
    /// <param name="Required">The keys that must be there.</param>
    public sealed record Members(ImmutableArray<KeyValuePair<string, ValueShape>> Keys, ImmutableArray<string> Required) : ValueShape
    {
        /// <summary>Whether it may have other keys too.</summary>
        public bool IsOpen { get; init; }
    }

    /// <summary>A shape that is created on first use.</summary>
    public sealed record Deferred(Func<ValueShape> Create) : ValueShape;

    /// <summary>One of several shapes.</summary>
    public sealed record AnyOf(ImmutableArray<ValueShape> Shapes) : ValueShape;
}

/// <summary>A kind of single value.</summary>
internal enum SingleKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A whole number above 0.</summary>
    Number,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A day or a moment.</summary>
    Date,

    /// <summary>Any value.</summary>
    Anything,
}
