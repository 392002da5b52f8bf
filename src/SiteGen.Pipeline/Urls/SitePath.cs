using System.Collections.Immutable;

namespace SiteGen.Pipeline.Urls;

/// <summary>Paths inside a site: relative to its folder, with <c>/</c>.</summary>
internal static class SitePath
{
    /// <summary>Resolves a path relative to a folder to one relative to the site; null when it leads out of the site.</summary>
    public static string? Combine(string folder, string relative)
    {
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in relative.Split('/'))
        {
            switch (part)
            {
                case "" or ".":
                    break;
                case "..":
                    if (parts.Count == 0)
                    {
                        return null;
                    }

                    parts.RemoveAt(parts.Count - 1);
                    break;
                default:
                    parts.Add(part);
                    break;
            }
        }

        return string.Join('/', parts);
    }

    /// <summary>The index of what has a path, among things that are ordered by their paths; negative when there is none.</summary>
    public static int IndexOf<T>(ImmutableArray<T> ordered, Func<T, string> pathOf, string path)
    {
        var (low, high) = (0, ordered.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(pathOf(ordered[middle]), path);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    /// <summary>The file name without folders and extension.</summary>
    public static string NameOf(string path) => NameIn(path).ToString();

    /// <summary>Whether a file has a name, without folders and extension.</summary>
    public static bool HasName(string path, string name) => NameIn(path).SequenceEqual(name);

    /// <summary>The folder of a path, without a trailing <c>/</c>; empty at the top.</summary>
    public static string FolderOf(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path[..slash];
    }

    private static ReadOnlySpan<char> NameIn(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        var dot = name.LastIndexOf('.');
        return dot > 0 ? name[..dot] : name;
    }
}
