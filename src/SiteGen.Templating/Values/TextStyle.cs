using SiteGen.Templating.Dates;

namespace SiteGen.Templating.Values;

/// <summary>How values are converted to text: the pattern and language of dates, and the limits.</summary>
internal readonly record struct TextStyle(string DatePattern, DateNames DateNames, long ByteLimit)
{
    /// <summary>The maximum depth of lists and objects.</summary>
    public const int DepthLimit = 20;

    public static TextStyle Default => new(DateFormat.DefaultPattern, DateNames.English, 64L << 20);
}

/// <summary>The outcome of converting a value to text.</summary>
internal enum TextOutcome
{
    Written,
    TooDeep,
    TooLong,
    NotText,
}
