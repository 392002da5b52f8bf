namespace SiteGen.Templating.Escaping;

/// <summary>How a browser interprets the value of an attribute.</summary>
internal enum AttributeKind
{
    Plain,
    Url,
    UrlList,
    Document,
    Style,
    Script,
}

/// <summary>Classifies attributes whose values are more than text.</summary>
internal static class AttributeKinds
{
    public static AttributeKind For(string? name) => name switch
    {
        null or "" => AttributeKind.Plain,
        "href" or "src" or "action" or "poster" or "formaction" or "cite" or "data" or "background" or "ping"
            or "manifest" or "icon" or "longdesc" or "profile" or "codebase" or "classid" or "usemap" or "xlink:href"
            or "dynsrc" or "lowsrc" or "archive" => AttributeKind.Url,
        "srcset" or "imagesrcset" => AttributeKind.UrlList,
        "srcdoc" => AttributeKind.Document,
        "style" => AttributeKind.Style,
        _ => name.StartsWith("on", StringComparison.Ordinal) ? AttributeKind.Script
            : name.EndsWith(":href", StringComparison.Ordinal) ? AttributeKind.Url : AttributeKind.Plain,
    };
}
