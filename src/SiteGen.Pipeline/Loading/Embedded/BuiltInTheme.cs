using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Pipeline.Loading.Embedded;

/// <summary>The built-in theme: this repository's <c>templates/</c> folder, embedded in the program.</summary>
internal static class BuiltInTheme
{
    /// <summary>Its files, with paths as if they were in the site's templates folder.</summary>
    public static ImmutableArray<SourceFile> Files(string templatesFolder)
    {
        var files = ImmutableArray.CreateBuilder<SourceFile>();
        foreach (var file in EmbeddedFiles.In("theme"))
        {
            var path = $"{templatesFolder}/{file.Path}";
            var bytes = CompactStyles.IsFor(file.Path) ? CompactStyles.Of(file.Bytes) : file.Bytes;
            files.Add(SourceScanner.TemplateFile(path, file.Path, Fingerprint.Compute(bytes), null, bytes));
        }

        return files.ToImmutable();
    }
}
