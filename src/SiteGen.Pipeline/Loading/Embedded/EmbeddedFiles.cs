namespace SiteGen.Pipeline.Loading.Embedded;

/// <summary>A file that is embedded in the program.</summary>
/// <param name="Path">Its path in its folder.</param>
/// <param name="Bytes">What it holds.</param>
internal sealed record EmbeddedFile(string Path, byte[] Bytes);

/// <summary>Files of this repository that are embedded in the program.</summary>
internal static class EmbeddedFiles
{
    /// <summary>The files of a folder with their paths in it, in the order of the paths.</summary>
    /// <param name="folder">The name under which the project file embeds the folder.</param>
    public static IEnumerable<EmbeddedFile> In(string folder)
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
                yield return new EmbeddedFile(name[prefix.Length..].Replace('\\', '/'), bytes);
            }
        }
    }
}
