using SiteGen.Text;

namespace SiteGen.Pipeline.Rules;

/// <summary>The messages about how posts, terms, authors and comments relate.</summary>
internal static class ModelingMessages
{
    /// <summary>No post.</summary>
    /// <param name="folder">The folder of posts.</param>
    /// <param name="drafts">How many are drafts.</param>
    /// <param name="due">How many are not yet due.</param>
    /// <param name="expired">How many have expired.</param>
    public static DiagnosticMessage NoPosts(string folder, int drafts, int due, int expired)
    {
        (int Count, string Text, string Switch)[] reasons =
        [
            (drafts, drafts == 1 ? "1 is a draft" : $"{drafts} are drafts", "--drafts"),
            (due, due == 1 ? "1 is not yet due" : $"{due} are not yet due", "--future"),
            (expired, expired == 1 ? "1 has expired" : $"{expired} have expired", "--expired"),
        ];
        var found = reasons.Where(reason => reason.Count > 0).ToArray();
        return found.Length == 0
            ? new(
                SiteRules.NoPosts,
                "there is no post here",
                folder == "posts" ? "write one: a file such as posts/hello.md with '---', 'title: Hello', '---' and some text"
                    : $"write one, such as {folder}/hello.md, or correct 'posts' in sitegen.yml")
            : new(
                SiteRules.NoPosts,
                $"no post is published: {string.Join(", ", found.Select(reason => reason.Text))}",
                $"build with {string.Join(' ', found.Select(reason => reason.Switch))} to see them all the same");
    }

    public static DiagnosticMessage RepeatedGuid(string guid, string other) => new(
        SiteRules.RepeatedGuid,
        $"the guid '{guid}' is that of {other} too, so that feed readers show only one of the two",
        "delete the line, or give the post a guid of its own");

    public static DiagnosticMessage LeftOut(string reason) => new(SiteRules.LeftOut, $"left out: {reason}", null);

    public static DiagnosticMessage UnusedPermalink(string section, string folder) => new(
        SiteRules.UnusedPermalink,
        $"'permalink' names the folder '{section}', and there is no post in {folder}",
        "give patterns for 'posts', 'pages', or a folder of posts");

    public static DiagnosticMessage UnknownAuthor(string name, string? near)
    {
        var text = $"'{name}' is not in authors.yml";
        return near is null
            ? new(SiteRules.AuthorNotIntroduced, text, "add a profile, or leave it: the name is used as it is")
            : new(SiteRules.UnknownAuthor, text, $"did you mean '{near}'?");
    }

    public static DiagnosticMessage CommentsWithoutPost(string key, string? near) => new(
        SiteRules.CommentsWithoutPost,
        $"there is no post '{key}' that these comments could belong to",
        near is null ? "name the file for the post's slug, or for its address" : $"did you mean '{near}'?");

    public static DiagnosticMessage RepeatedPart(int part, string? series, string other) => new(
        SiteRules.RepeatedPart,
        $"part {part} of the series '{series}' is '{other}' already",
        "give one of them another 'part', or none: then the date decides");

    public static DiagnosticMessage TermSpelling(string other, string taxonomy, string chosen) => new(
        SiteRules.TermSpelling,
        $"'{other}' in {taxonomy} is elsewhere written '{chosen}'; both are one page",
        $"write '{chosen}'");

    public static DiagnosticMessage UnusedTerm(string name, string taxonomy, string? near) => new(
        SiteRules.UnusedTerm,
        $"no post has '{name}' in {taxonomy}",
        near is null ? "delete it, or keep it for later" : $"did you mean '{near}'?");
}
