namespace SiteGen.Pipeline.Routing;

/// <summary>The query of an old URL as a rule in <c>_redirects</c> (Netlify, "Redirect options": <c>/path id=1 /new/ 301</c>).</summary>
internal static class QueryRule
{
    /// <summary>The parameters, separated by spaces; null when the format cannot express them.</summary>
    public static string? From(string url)
    {
        var query = url[(url.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('#')[0];
        var parameters = query.Split('&');
        return Array.TrueForAll(parameters, CanExpress) ? string.Join(' ', parameters) : null;
    }

    // A value that begins with ':' would be a placeholder, and spaces separate the fields of a line.
    private static bool CanExpress(string parameter) =>
        parameter.IndexOf('=', StringComparison.Ordinal) is > 0 and var sign && sign + 1 < parameter.Length
        && parameter[0] != '/'
        && parameter[sign + 1] is not (':' or '/')
        && !parameter.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        && !parameter.Contains("://", StringComparison.Ordinal);
}
