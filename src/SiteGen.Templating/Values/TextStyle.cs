using SiteGen.Templating.Dates;

namespace SiteGen.Templating.Values;

/// <summary>How values become text: the pattern and the language of dates, and how much text there may be.</summary>
internal readonly record struct TextStyle(string DatePattern, DateNames DateNames, long ByteLimit)
{
    /// <summary>How deep lists and objects are followed.</summary>
    public const int DepthLimit = 20;

    public static TextStyle Default => new(DateFormat.DefaultPattern, DateNames.English, 64L << 20);
}

/// <summary>How writing a value as text ended.</summary>
internal enum TextOutcome
{
    Written,
    TooDeep,
    TooLong,
    NotText,
}
