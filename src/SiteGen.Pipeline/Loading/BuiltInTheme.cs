using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Pipeline.Loading;

/// <summary>The built-in theme: this repository's <c>templates/</c> folder, embedded in the program.</summary>
internal static class BuiltInTheme
{
    private const string Prefix = "theme/";

    /// <summary>Its files, with paths as if they were in the site's templates folder.</summary>
    public static ImmutableArray<SourceFile> Files(string templatesFolder)
    {
        var assembly = typeof(BuiltInTheme).Assembly;
        var files = ImmutableArray.CreateBuilder<SourceFile>();
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.StartsWith(Prefix, StringComparison.Ordinal) || assembly.GetManifestResourceStream(name) is not { } stream)
            {
                continue;
            }

            using (stream)
            {
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                var relative = name[Prefix.Length..].Replace('\\', '/');
                var path = $"{templatesFolder}/{relative}";
                files.Add(SourceScanner.TemplateFile(path, relative, Fingerprint.Compute(bytes), null, bytes));
            }
        }

        return files.ToImmutable();
    }
}
