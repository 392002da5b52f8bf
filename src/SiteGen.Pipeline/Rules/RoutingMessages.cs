using SiteGen.Text;

namespace SiteGen.Pipeline.Rules;

/// <summary>The messages about routes, redirects and menus.</summary>
internal static class RoutingMessages
{
    /// <summary>What to do when two aliases cannot be side by side.</summary>
    public const string ChangeOneAlias = "change or delete one of the two aliases";

    /// <summary>What to do when an alias is in the way of something else.</summary>
    public const string ChangeTheAlias = "change or delete the alias, or give the other another name";

    /// <summary>What to do when two files of the site cannot be side by side.</summary>
    public const string ChangeOneName = "rename one of them, or give a post or page another 'slug' or 'url'";

    private const string GiveAnotherUrl = "give it another 'slug' or 'url'";

    /// <summary>What to do about a picture that an author or the theme should have.</summary>
    public static string CheckPicture(string? near) =>
        near is null ? "check the name; such a picture stands in static/" : $"did you mean '{near}'?";

    public static DiagnosticMessage InvalidUrl(string url, string problem) =>
        new(SiteRules.InvalidUrl, $"'{url}' cannot be an address: {problem}", GiveAnotherUrl);

    public static DiagnosticMessage OutsideOutputFolder(string url) =>
        new(SiteRules.InvalidUrl, $"'{url}' cannot be an address: it is no place in the output folder", GiveAnotherUrl);

    public static DiagnosticMessage Reserved(string url) => new(
        SiteRules.InvalidUrl, $"'{url}' cannot be an address: sitegen keeps names that begin with '.sitegen-' for itself", GiveAnotherUrl);

    /// <summary>Two files at one address.</summary>
    /// <param name="first">The first.</param>
    /// <param name="second">The second.</param>
    /// <param name="url">The address.</param>
    /// <param name="copy">The one that is copied as it is; null when none is.</param>
    public static DiagnosticMessage RouteClash(string first, string second, string url, string? copy) => new(
        SiteRules.RouteClash,
        $"{first} and {second} both want the address {url}",
        copy is null ? "give one of them another 'slug' or 'url'" : $"rename {copy}, or give the other another 'slug' or 'url'");

    /// <summary>A file with the name of a folder that another file needs.</summary>
    /// <param name="path">The path of the file and the folder.</param>
    /// <param name="file">What is the file.</param>
    /// <param name="inFolder">What is in the folder.</param>
    /// <param name="hint">What to do.</param>
    public static DiagnosticMessage FileAndFolder(string path, string file, string inFolder, string hint) => new(
        SiteRules.RouteClash, $"{path} cannot be both a file, for {file}, and a folder, for {inFolder}", hint);

    public static DiagnosticMessage FeedClash(string first, string feed, string url) => new(
        SiteRules.RouteClash,
        $"{first} and {feed} both want the address {url}",
        "give one of them another address; 'feeds' in sitegen.yml says which feeds there are, and where");

    public static DiagnosticMessage Replaced(string generated) =>
        new(SiteRules.Replaced, $"this replaces {generated}", null);

    public static DiagnosticMessage InvalidAlias(string alias, string problem) => new(
        SiteRules.InvalidUrl,
        $"the alias '{alias}' cannot be an address: {problem}",
        "write a path from the site's root, like '/old-name/'");

    public static DiagnosticMessage UselessAlias(string alias) =>
        new(SiteRules.UselessAlias, $"the alias '{alias}' is the page's own address", "delete it");

    public static DiagnosticMessage AliasClash(string alias, string origin) => new(
        SiteRules.RouteClash,
        $"the alias '{alias}' is the address of {origin}",
        "delete the alias, or give the other another 'slug' or 'url'");

    public static DiagnosticMessage RepeatedAlias(string first, string second, string url) =>
        new(SiteRules.RouteClash, $"{first} and {second} both have the alias '{url}'", "delete it in one of them");

    public static DiagnosticMessage AliasWithQuery(string alias, string url) =>
        AliasWithQuery(alias) with { Hint = $"make a rule of the host that leads from it to {url}, and delete the alias" };

    public static DiagnosticMessage AliasInRedirectsFile(string alias) => AliasWithQuery(alias) with
    {
        Hint = "it stands in _redirects, which leads on where the host compares queries, as Netlify does",
    };

    public static DiagnosticMessage InvalidRedirectTarget(string target, string problem) => new(
        SiteRules.InvalidUrl,
        $"'redirect_to' leads to '{target}', which cannot be an address: {problem}",
        "write a complete address, a path from the site's root, or the name of a post's file");

    public static DiagnosticMessage MissingRedirectTarget(string target, string? near) => new(
        SiteRules.BrokenLink,
        $"'redirect_to' leads to '{target}', which is no post or page",
        near is null ? "write the name of a post's file, or an address" : $"did you mean '{near}'?");

    public static DiagnosticMessage RedirectLoop(IEnumerable<string> urls) =>
        new(SiteRules.RedirectLoop, $"the redirects lead in a circle: {string.Join(" → ", urls)}", "let one of them lead to a page");

    public static DiagnosticMessage BrokenMenu(string target, string? near) => new(
        SiteRules.BrokenMenu,
        $"menu target '{target}' does not exist",
        near is null
            ? "write the name of a page's file, as in 'pages/about.md', or the path of one, as in '/about/'"
            : $"did you mean '{near}'?");

    /// <summary>A folder of which nothing is part of the site.</summary>
    /// <param name="folder">Its name.</param>
    /// <param name="pictures">How many pictures are missed in it.</param>
    /// <param name="all">How many files.</param>
    /// <param name="isThere">Whether the site's folder has it.</param>
    /// <param name="copied">The folders that are copied as they are.</param>
    public static DiagnosticMessage AbsentFolder(
        string folder, int pictures, int all, bool isThere, IEnumerable<(string Folder, string Target)> copied)
    {
        var what = (pictures == all, pictures == 0, all == 1) switch
        {
            (true, _, true) => "picture begins",
            (true, _, _) => "pictures begin",
            (_, true, true) => "link begins",
            (_, true, _) => "links begin",
            _ => "pictures and links begin",
        };
        var folders = copied.Select(known => known.Target.Length == 0 ? known.Folder : $"{{from: {known.Folder}, to: /{known.Target}}}")
            .Append($"{{from: {(isThere ? folder : "FOLDER")}, to: /{folder}/}}");
        var option = $"'static: [{string.Join(", ", folders)}]'";
        return new(
            SiteRules.AbsentFolder,
            FormattableString.Invariant($"{all} {what} with '/{folder}/', and nothing of the site is there"),
            isThere
                ? $"the folder {folder}/ is here, but it is not copied: write {option} into sitegen.yml"
                : $"copy the folder {folder} into static/, or write {option} into sitegen.yml, where FOLDER is the one that holds them");
    }

    /// <summary>Says which of many is meant by a place.</summary>
    public static string FirstMissed(string path, int all) => all == 1 ? $"it is '{path}'" : $"the first is '{path}'; -v shows all of them";

    public static string IsAt(string url) => $"is at {url}";

    public static string Wants(string url) => $"wants {url}";

    private static DiagnosticMessage AliasWithQuery(string alias) => new(
        SiteRules.AliasWithQuery, $"the alias '{alias}' cannot be a file: what stands behind '?' is no part of a file's name", null);
}
