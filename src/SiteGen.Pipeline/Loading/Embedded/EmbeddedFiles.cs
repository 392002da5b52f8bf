namespace SiteGen.Pipeline.Loading.Embedded;

/// <summary>Files of this repository that are embedded in the program.</summary>
internal static class EmbeddedFiles
{
    /// <summary>The files of a folder with their paths in it, in the order of the paths.</summary>
    /// <param name="folder">The name under which the project file embeds the folder.</param>
    public static IEnumerable<(string Path, byte[] Bytes)> In(string folder)
    {
        var assembly = typeof(EmbeddedFiles).Assembly;
        var prefix = folder + "/";
        var names = assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal));
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            if (assembly.GetManifestResourceStream(name) is not { } stream)
            {
                continue;
            }

            using (stream)
            {
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                yield return (name[prefix.Length..].Replace('\\', '/'), bytes);
            }
        }
    }
}
