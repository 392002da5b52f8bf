using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Routing;

/// <summary>The problem of two routes of which the output can have only one.</summary>
internal static class RouteClash
{
    /// <summary>Two routes with the same output path, at the later one where an author can change it.</summary>
    public static Diagnostic SamePath(Route first, Route route)
    {
        var message = route switch
        {
            FeedRoute => RoutingMessages.FeedClash(first.Origin, route.Origin, route.Url),
            AliasRoute { To: null } when first is AliasRoute { To: null } =>
                RoutingMessages.RepeatedAlias(first.Origin, route.Origin, route.Url),
            AliasRoute { To: null } => RoutingMessages.AliasClash(route.Url, first.Origin),
            _ => RoutingMessages.RouteClash(first.Origin, route.Origin, route.Url, CopyOf(first, route)?.Origin),
        };
        var isOfAuthor = route is PostRoute or CopyRoute or AliasRoute or ListRoute { ListPageContent: not null };
        var path = isOfAuthor ? route.Origin : first.Origin;
        return At(path, [route, first], message);
    }

    /// <summary>A route whose file has the name of a folder that another route needs.</summary>
    public static Diagnostic FileAndFolder(Route file, Route inFolder)
    {
        var hint = (IsAlias(file), IsAlias(inFolder)) switch
        {
            (true, true) => RoutingMessages.ChangeOneAlias,
            (true, false) or (false, true) => RoutingMessages.ChangeTheAlias,
            _ => RoutingMessages.ChangeOneName,
        };
        var isOneFile = file.Origin == inFolder.Origin;
        var message = RoutingMessages.FileAndFolder("/" + file.OutputPath, NameOf(file, isOneFile), NameOf(inFolder, isOneFile), hint);
        Route[] inOrder = IsAlias(inFolder) && !IsAlias(file) ? [inFolder, file] : [file, inFolder];
        return At(inOrder[0].Origin, inOrder, message);
    }

    private static bool IsAlias(Route route) => route is AliasRoute { To: null };

    private static string NameOf(Route route, bool isOneFile) =>
        !IsAlias(route) ? route.Origin
        : isOneFile ? $"the alias '{route.Url}'"
        : $"the alias '{route.Url}' of {route.Origin}";

    private static CopyRoute? CopyOf(Route first, Route route) => route as CopyRoute ?? first as CopyRoute;

    /// <summary>The location of the other file of a clash; null when it is no file, or the one that the problem is in.</summary>
    public static DiagnosticNote? NoteOn(Route other, string path, string message) =>
        other.Origin == path || (other is not CopyRoute && HeadOf(other) is null)
            ? null
            : new DiagnosticNote(other.Origin, LocationOf(other, HeadOf(other)), message);

    // At the key that gives the first of these routes that is made by the file its address.
    private static Diagnostic At(string path, Route[] routes, DiagnosticMessage message)
    {
        var location = Array.Find(routes, route => route.Origin == path && HeadOf(route) is not null) is { } route
            ? LocationOf(route, HeadOf(route))
            : LinePosition.None;
        return Diagnostic.InFile(message, path).At(location) with
        {
            Notes =
            [
                .. routes.Select(other => NoteOn(other, path, RoutingMessages.Wants(other.Url))).OfType<DiagnosticNote>(),
            ],
        };
    }

    private static PostHead? HeadOf(Route route) => route switch
    {
        PostRoute post => post.Post,
        AliasRoute alias => alias.Target,
        _ => null,
    };

    private static LinePosition LocationOf(Route route, PostHead? head) =>
        head is null ? LinePosition.None
        : IsAlias(route) ? head.Front.PositionOf("aliases")
        : head.Front.PositionOf("url") is { Line: > 0 } url ? url : head.Front.PositionOf("slug");
}
