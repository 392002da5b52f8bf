namespace SiteGen.Templating.Escaping;

/// <summary>The HTML context of a printed value, known from the literal text around it.</summary>
internal enum OutputContext : byte
{
    /// <summary>Nothing is escaped: the template is not HTML.</summary>
    Plain,

    /// <summary>Between tags, or in a comment or title.</summary>
    Text,

    /// <summary>Inside a tag, outside any value.</summary>
    Tag,

    /// <summary>In a quoted attribute value.</summary>
    Quoted,

    /// <summary>In an attribute value without quotes.</summary>
    Unquoted,

    /// <summary>In a quoted attribute that holds a URL.</summary>
    Url,

    /// <summary>In a quoted URL, followed by a colon: the scheme.</summary>
    UrlScheme,

    /// <summary>In a URL without quotes.</summary>
    UnquotedUrl,

    /// <summary>In a quoted attribute that holds several URLs: <c>srcset</c>.</summary>
    UrlList,

    /// <summary>In an attribute that holds a document: <c>srcdoc</c>.</summary>
    Document,

    /// <summary>In script, outside its strings.</summary>
    Script,

    /// <summary>In a string or comment of a script.</summary>
    ScriptString,

    /// <summary>In a script in an attribute, outside its strings.</summary>
    ScriptAttribute,

    /// <summary>In a string of a script in an attribute.</summary>
    ScriptAttributeString,

    /// <summary>In a style sheet.</summary>
    Style,

    /// <summary>In a style in an attribute.</summary>
    StyleAttribute,
}
