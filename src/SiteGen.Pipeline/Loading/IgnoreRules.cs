using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Urls;

namespace SiteGen.Pipeline.Loading;

/// <summary>Tells working files from sources: patterns that hold for every site, and those of <c>ignore</c> in the options.</summary>
/// <remarks>As in <c>.gitignore</c>, the last pattern that matches counts, and one behind <c>!</c> takes a file back.</remarks>
internal sealed class IgnoreRules(SiteOptions options)
{
    // In every folder: what editors and systems leave behind, and secrets.
    private static readonly ImmutableArray<Glob> s_everywhere =
    [
        new(".git"), new(".svn"), new(".hg"), new(".gitkeep"), new(".DS_Store"), new("Thumbs.db"), new("desktop.ini"),
        new(".env"), new(".env.*"),
        new("*~"), new("#*"), new("*.bak"), new("*.orig"), new("*.rej"), new("*.swp"), new("*.swo"), new("*.tmp"),
    ];

    // Beside posts, pages, templates and data: static files are published as they are, hidden ones such as '.well-known' too.
    private static readonly ImmutableArray<Glob> s_besideSources = [new(".*"), new("README.md"), new("*.Rmd"), new("*.Rproj")];

    private static readonly Glob s_workingPost = new("_*.md");

    private readonly ImmutableArray<(Glob Glob, bool IsTakenBack)> _own =
        [.. options.Ignore.Select(pattern => (new Glob(pattern.TrimStart('!')), pattern.StartsWith('!')))];

    /// <summary>The pattern by which a file or a folder is left out; null when it is not.</summary>
    public string? PatternFor(string path, bool isStatic) => PatternFor(path, path[(path.LastIndexOf('/') + 1)..], isStatic);

    /// <summary>The pattern by which a file or a folder is left out; null when it is not.</summary>
    /// <param name="path">The path from the site's folder.</param>
    /// <param name="name">Its last segment.</param>
    /// <param name="isStatic">Whether it is in a folder that is copied as it is.</param>
    public string? PatternFor(string path, string name, bool isStatic)
    {
        for (var i = _own.Length - 1; i >= 0; i--)
        {
            if (_own[i].Glob.Matches(path, name))
            {
                return _own[i].IsTakenBack ? null : _own[i].Glob.Pattern;
            }
        }

        return Find(s_everywhere, path, name) ?? (isStatic ? null : Find(s_besideSources, path, name) ?? WorkingPost(path, name));
    }

    private static string? Find(ImmutableArray<Glob> globs, string path, string name)
    {
        foreach (var glob in globs)
        {
            if (glob.Matches(path, name))
            {
                return glob.Pattern;
            }
        }

        return null;
    }

    // Jekyll's folders begin with '_' themselves; '_index.md' is Hugo's description of a folder, which is read.
    private static string? WorkingPost(string path, string name) =>
        name[0] == '_' && s_workingPost.Matches(path, name) && !SitePath.HasName(path, "_index")
        && !path.Split('/').Any(folder => folder is "_posts" or "_drafts")
            ? s_workingPost.Pattern
            : null;
}
