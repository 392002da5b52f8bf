namespace SiteGen.Templating.Values;

/// <summary>The type of a value.</summary>
internal enum ValueKind : byte
{
    Nil,

    /// <summary>Missing: a local that was never set, an argument that was omitted.</summary>
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

/// <summary>How far the text of a value is escaped already.</summary>
internal enum Markup : byte
{
    /// <summary>Not escaped; escaped wherever it is printed.</summary>
    None,

    /// <summary>HTML: never escaped again between tags.</summary>
    Html,

    /// <summary>JSON with every HTML-significant character escaped: printed unchanged in scripts.</summary>
    Json,

    /// <summary>Vouched for by the template's author (<c>html.raw</c>): HTML, and script or style where those are expected.</summary>
    Raw,
}
