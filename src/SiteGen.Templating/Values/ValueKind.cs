namespace SiteGen.Templating.Values;

/// <summary>What a value is.</summary>
internal enum ValueKind : byte
{
    Nil,

    /// <summary>No value at all: a local that was never set, an argument that was not given.</summary>
    Missing,
    Empty,
    Bool,
    Int,
    Long,
    Big,
    Float,
    Double,
    Decimal,
    Text,
    Date,
    Duration,
    List,
    Object,
    Function,
}

/// <summary>What is known about the text of a value: how much of the escaping is done already.</summary>
internal enum Markup : byte
{
    /// <summary>Anything; escaped wherever it is printed.</summary>
    None,

    /// <summary>HTML: never escaped again between tags.</summary>
    Html,

    /// <summary>JSON whose strings hide every character that means something in HTML: printed as it is in scripts.</summary>
    Json,

    /// <summary>Vouched for by the template's author (<c>html.raw</c>): HTML, and script or style where those are expected.</summary>
    Raw,
}
