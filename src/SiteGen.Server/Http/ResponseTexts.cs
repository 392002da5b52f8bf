namespace SiteGen.Server.Http;

/// <summary>What the preview itself says in a response, where there is no page to send.</summary>
internal static class ResponseTexts
{
    /// <summary>400: the request target cannot be decoded.</summary>
    public const string BadRequest = "This address cannot be understood.\n";

    /// <summary>404: there is no output, and the site has no 404 page.</summary>
    public const string NotFound = "There is no such page.\n";

    /// <summary>405: neither GET nor HEAD.</summary>
    public const string MethodNotAllowed = "A preview can only be read.\n";

    /// <summary>500: a page that has never rendered without errors. The reload script adds the errors.</summary>
    public static ReadOnlySpan<byte> PageWithError =>
        "<!DOCTYPE html>\n<title>This page has an error</title>\n<p>This page has an error.</p>\n"u8;

    /// <summary>403: the <c>Host</c> header is not an allowed one.</summary>
    public static string Forbidden(string? host) =>
        $"This preview is not for '{host}'. If that is a name of this computer, start it with: sitegen serve --host NAME\n";
}
