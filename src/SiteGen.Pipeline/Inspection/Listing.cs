using System.Collections.Immutable;
using System.Globalization;

namespace SiteGen.Pipeline.Inspection;

/// <summary>A table: what a command answers, for people and for programs.</summary>
/// <param name="Columns">The names of the columns, in snake case.</param>
/// <param name="Rows">The rows, each with a cell for every column.</param>
public sealed record Listing(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<Cell>> Rows)
{
    /// <summary>How many of the columns people are shown; programs get all.</summary>
    public int MainColumns { get; init; } = Columns.Length;

    /// <summary>A table of these rows.</summary>
    public static Listing From(ImmutableArray<string> columns, IEnumerable<ImmutableArray<Cell>> rows) => new(columns, [.. rows]);
}

/// <summary>One value of a table; null and empty mean nothing.</summary>
/// <param name="Text">A text.</param>
/// <param name="Number">A number.</param>
/// <param name="Items">Several texts.</param>
public readonly record struct Cell(string? Text, int? Number, ImmutableArray<string>? Items)
{
    /// <summary>The text for programs, when that is another than people read: a moment as RFC 3339 has it.</summary>
    public string? ForPrograms { get; init; }

    /// <summary>A text.</summary>
    public static implicit operator Cell(string? text) => new(text, null, null);

    /// <summary>A number.</summary>
    public static implicit operator Cell(int number) => new(null, number, null);

    /// <summary>Several texts.</summary>
    public static implicit operator Cell(ImmutableArray<string> items) => new(null, null, items);

    /// <summary>The value as people read it.</summary>
    public override string ToString() =>
        Number?.ToString(CultureInfo.InvariantCulture) ?? (Items is { } items ? string.Join(", ", items) : Text ?? "");
}
