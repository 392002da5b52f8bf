using System.Collections.Immutable;
using SiteGen.Pipeline.Urls;

namespace SiteGen.Pipeline.Loading;

/// <summary>The parts of a tree, so that some of it can be listed again.</summary>
/// <param name="Own">The site's files by path, before translations are recognized.</param>
/// <param name="Theme">The built-in theme's files, including those that the site overrides.</param>
/// <param name="HasLinks">Whether there was a symbolic link: a file may then be listed under two paths.</param>
internal sealed record SourceListing(ImmutableArray<SourceFile> Own, ImmutableArray<SourceFile> Theme, bool HasLinks)
{
    /// <summary>The folder of the theme that overrides the built-in one; empty for none.</summary>
    public string ThemeFolder { get; init; } = "";

    /// <summary>All files by path; a site's own file overrides that of its theme, and this one that of the built-in theme.</summary>
    public ImmutableArray<SourceFile> Files() => ThemeFolder.Length == 0 ? OverBuiltIn() : WithoutOverridden(OverBuiltIn());

    // Templates and assets override each other by name; words are merged one by one elsewhere.
    private ImmutableArray<SourceFile> WithoutOverridden(ImmutableArray<SourceFile> files)
    {
        var ofFolder = files.Where(IsOfFolder).Select(NameOf).ToHashSet();
        var ofSite = files.Where(file => file.FullPath is not null && !IsOfFolder(file)).Select(NameOf).ToHashSet();
        return
        [
            .. files.Where(file => file.Kind is not (SourceKind.Template or SourceKind.Asset)
                || !(IsOfFolder(file) ? ofSite : file.FullPath is null ? ofFolder : []).Contains(NameOf(file))),
        ];
    }

    private bool IsOfFolder(SourceFile file) => file.Path.StartsWith(ThemeFolder + "/", StringComparison.Ordinal);

    private static (SourceKind Kind, string Name) NameOf(SourceFile file) => (file.Kind, file.RelativePath);

    private ImmutableArray<SourceFile> OverBuiltIn()
    {
        var files = ImmutableArray.CreateBuilder<SourceFile>(Own.Length + Theme.Length);
        var at = 0;
        foreach (var builtIn in Theme.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            for (; at < Own.Length && string.CompareOrdinal(Own[at].Path, builtIn.Path) < 0; at++)
            {
                files.Add(Own[at]);
            }

            if (at == Own.Length || Own[at].Path != builtIn.Path)
            {
                files.Add(builtIn);
            }
        }

        files.AddRange(Own.AsSpan()[at..]);
        return files.ToImmutable();
    }

    /// <summary>Merges ordered files with unordered ones.</summary>
    public static ImmutableArray<SourceFile> Merged(IEnumerable<SourceFile> ordered, List<SourceFile> others)
    {
        others.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        var files = ImmutableArray.CreateBuilder<SourceFile>();
        var at = 0;
        foreach (var file in ordered)
        {
            for (; at < others.Count && string.CompareOrdinal(others[at].Path, file.Path) < 0; at++)
            {
                files.Add(others[at]);
            }

            files.Add(file);
        }

        for (; at < others.Count; at++)
        {
            files.Add(others[at]);
        }

        return files.ToImmutable();
    }

    /// <summary>The site's files except those at or below these paths.</summary>
    public IEnumerable<SourceFile> Without(IReadOnlySet<string> paths) => Own.Where(file => !IsAt(file.Path, paths));

    /// <summary>Whether a file exists whose path differs only in case: on some systems both are the same file.</summary>
    public bool HasInOtherCase(string path)
    {
        foreach (var file in Own)
        {
            if (file.Path.Length == path.Length && file.Path != path && file.Path.Equals(path, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a path is one of these, or lies below one.</summary>
    public static bool IsAt(string path, IReadOnlySet<string> paths)
    {
        for (var at = path; at.Length > 0; at = SitePath.FolderOf(at))
        {
            if (paths.Contains(at))
            {
                return true;
            }
        }

        // Only one of the two names of the authors file is used, so that a change of one affects the other.
        return path is "authors.yml" or "authors.yaml" && (paths.Contains("authors.yml") || paths.Contains("authors.yaml"));
    }
}
