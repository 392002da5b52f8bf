using SiteGen.Pipeline.Rules;

namespace SiteGen.Pipeline.Configuration;

/// <summary>Reads and checks the folders of a site.</summary>
internal static class FolderRules
{
    /// <summary>Reads the input folders.</summary>
    public static SiteFolders Read(OptionReader reader) => new(
        Folder(reader, "posts"), Folder(reader, "pages"), Folder(reader, "templates"), Folder(reader, "static"), Folder(reader, "data"));

    /// <summary>Reports an output folder that contains inputs or is one, and input folders that overlap.</summary>
    /// <remarks>
    /// A build could delete inputs in such an output folder, or read outputs as inputs; files in overlapping folders would
    /// have two kinds.
    /// </remarks>
    public static void Check(SiteOptions options, OptionReader reader)
    {
        var output = WithSeparator(options.OutputFolder);
        (string Key, string Path)[] inputs = [.. InputsOf(options)];
        if (WithSeparator(options.SourceFolder).StartsWith(output, StringComparison.Ordinal)
            || inputs.Any(input => output.StartsWith(input.Path, StringComparison.Ordinal)))
        {
            reader.Report(OptionMessages.OutputHoldsSite(), "output");
        }

        foreach (var (outer, inner) in inputs.SelectMany(outer => inputs.Select(inner => (outer, inner))))
        {
            var isFirst = outer.Path != inner.Path || string.CompareOrdinal(outer.Key, inner.Key) < 0;
            if (outer.Key != inner.Key && isFirst && inner.Path.StartsWith(outer.Path, StringComparison.Ordinal))
            {
                reader.Report(OptionMessages.FoldersOverlap(inner.Key, outer.Key), inner.Key, outer.Key);
            }
        }
    }

    private static IEnumerable<(string Key, string Path)> InputsOf(SiteOptions options)
    {
        var folders = options.Folders;
        (string Key, string Folder)[] inputs =
        [
            ("posts", folders.Posts),
            ("pages", folders.Pages),
            ("templates", folders.Templates),
            ("static", folders.Static),
            ("data", folders.Data),
        ];
        return inputs.Select(input => (input.Key, WithSeparator(Path.GetFullPath(Path.Combine(options.SourceFolder, input.Folder)))));
    }

    // The default name of each folder is its key.
    private static string Folder(OptionReader reader, string key)
    {
        var folder = reader.Text(key, key);
        var clean = folder.Replace('\\', '/').Trim('/');
        clean = clean.StartsWith("./", StringComparison.Ordinal) ? clean[2..] : clean;
        if (Path.IsPathRooted(folder) || clean.Split('/').Contains("..") || clean.Length == 0)
        {
            reader.Report(OptionMessages.FolderOutside(folder), key);
        }

        return clean;
    }

    private static string WithSeparator(string folder) =>
        Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
}
