using System.Collections.Immutable;
using SiteGen.Pipeline.Urls;

namespace SiteGen.Pipeline.Loading;

/// <summary>What a tree was put together from, so that a part of it can be listed again.</summary>
/// <param name="Own">The site's files by path, before neighbours' names tell translations apart.</param>
/// <param name="Theme">The built-in theme's files, those that the site overrides too.</param>
/// <param name="HasLinks">Whether a symbolic link was met: a file may then be listed under two paths.</param>
internal sealed record SourceListing(ImmutableArray<SourceFile> Own, ImmutableArray<SourceFile> Theme, bool HasLinks)
{
    /// <summary>All files by path; a site's own file hides the theme's.</summary>
    public ImmutableArray<SourceFile> Files()
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

    /// <summary>Files in order, and some that are not, together in order.</summary>
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

    /// <summary>The site's files but those at or below these paths.</summary>
    public IEnumerable<SourceFile> Without(IReadOnlySet<string> paths) => Own.Where(file => !IsAt(file.Path, paths));

    /// <summary>Whether a file is there whose path differs from this one in case alone: on some systems they are one file.</summary>
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

        // The two files of authors stand in for each other.
        return path is "authors.yml" or "authors.yaml" && (paths.Contains("authors.yml") || paths.Contains("authors.yaml"));
    }
}
