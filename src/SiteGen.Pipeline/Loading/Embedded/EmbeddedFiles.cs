namespace SiteGen.Pipeline.Loading.Embedded;

/// <summary>The files of this repository that are embedded in the program: the theme, pages of the guide.</summary>
internal static class EmbeddedFiles
{
    /// <summary>The files below a folder, with their paths from it, in the order of paths.</summary>
    /// <param name="folder">The folder, with <c>/</c> at its end.</param>
    public static IEnumerable<(string Path, byte[] Bytes)> In(string folder)
    {
        var assembly = typeof(EmbeddedFiles).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (!name.StartsWith(folder, StringComparison.Ordinal) || assembly.GetManifestResourceStream(name) is not { } stream)
            {
                continue;
            }

            using (stream)
            {
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                yield return (name[folder.Length..].Replace('\\', '/'), bytes);
            }
        }
    }
}
