namespace SiteGen.Templating.Escaping;

/// <summary>The states of the HTML tokenizer.</summary>
internal enum HtmlTokenizerState : byte
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

/// <summary>A tokenizer state with its context.</summary>
internal struct HtmlState
{
    public HtmlTokenizerState Spot;
    public ScriptState Script;

    /// <summary>Whether branches of the template ended in different states.</summary>
    public bool IsUnsure;
    public string? Element;
    public string? Attribute;

    /// <summary>Whether a value is escaped the same way in both states.</summary>
    public readonly bool IsLike(HtmlState other) =>
        Spot == other.Spot && Script == other.Script && IsUnsure == other.IsUnsure && Element == other.Element
        && (Spot < HtmlTokenizerState.AttributeName || Attribute == other.Attribute);

    /// <summary>How a value printed here is escaped.</summary>
    public readonly OutputContext Place() => Spot switch
    {
        HtmlTokenizerState.Text or HtmlTokenizerState.Comment => OutputContext.Text,
        HtmlTokenizerState.RawText => InElement(),
        HtmlTokenizerState.DoubleQuoted or HtmlTokenizerState.SingleQuoted => InQuotes(),
        HtmlTokenizerState.BeforeValue or HtmlTokenizerState.UnquotedValue =>
            AttributeKinds.For(Attribute) == AttributeKind.Url ? OutputContext.UnquotedUrl : OutputContext.Unquoted,
        _ => OutputContext.Tag,
    };

    private readonly OutputContext InElement() => Element switch
    {
        "script" => Script == ScriptState.Code ? OutputContext.Script : OutputContext.ScriptString,
        "style" => OutputContext.Style,
        _ => OutputContext.Text,
    };

    private readonly OutputContext InQuotes() => AttributeKinds.For(Attribute) switch
    {
        AttributeKind.Url => OutputContext.Url,
        AttributeKind.UrlList => OutputContext.UrlList,
        AttributeKind.Document => OutputContext.Document,
        AttributeKind.Style => OutputContext.StyleAttribute,
        AttributeKind.Script => Script == ScriptState.Code ? OutputContext.ScriptAttribute : OutputContext.ScriptAttributeString,
        _ => OutputContext.Quoted,
    };
}
