namespace SiteGen.Templating.Escaping;

/// <summary>What part of HTML text is in.</summary>
internal enum HtmlSpot : byte
{
    Text,
    TagName,
    Tag,
    AttributeName,
    AfterName,
    BeforeValue,
    DoubleQuoted,
    SingleQuoted,
    UnquotedValue,
    Comment,
    RawText,
}

/// <summary>A place in HTML and what led there.</summary>
internal struct HtmlState
{
    public HtmlSpot Spot;
    public ScriptSpot Script;

    /// <summary>Whether branches of the template ended in different places.</summary>
    public bool IsUnsure;
    public string? Element;
    public string? Attribute;

    /// <summary>Whether a value printed at either place is escaped alike.</summary>
    public readonly bool IsLike(HtmlState other) =>
        Spot == other.Spot && Script == other.Script && IsUnsure == other.IsUnsure && Element == other.Element
        && (Spot < HtmlSpot.AttributeName || Attribute == other.Attribute);

    /// <summary>How a value printed here is escaped.</summary>
    public readonly PrintPlace Place() => Spot switch
    {
        HtmlSpot.Text or HtmlSpot.Comment => PrintPlace.Text,
        HtmlSpot.RawText => InElement(),
        HtmlSpot.DoubleQuoted or HtmlSpot.SingleQuoted => InQuotes(),
        HtmlSpot.BeforeValue or HtmlSpot.UnquotedValue =>
            AttributeKinds.Of(Attribute) == AttributeKind.Url ? PrintPlace.UnquotedUrl : PrintPlace.Unquoted,
        _ => PrintPlace.Tag,
    };

    private readonly PrintPlace InElement() => Element switch
    {
        "script" => Script == ScriptSpot.Code ? PrintPlace.Script : PrintPlace.ScriptString,
        "style" => PrintPlace.Style,
        _ => PrintPlace.Text,
    };

    private readonly PrintPlace InQuotes() => AttributeKinds.Of(Attribute) switch
    {
        AttributeKind.Url => PrintPlace.Url,
        AttributeKind.UrlList => PrintPlace.UrlList,
        AttributeKind.Document => PrintPlace.Document,
        AttributeKind.Style => PrintPlace.StyleAttribute,
        AttributeKind.Script => Script == ScriptSpot.Code ? PrintPlace.ScriptAttribute : PrintPlace.ScriptAttributeString,
        _ => PrintPlace.Quoted,
    };
}
