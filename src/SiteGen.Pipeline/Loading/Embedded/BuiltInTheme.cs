using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Pipeline.Loading.Embedded;

/// <summary>The built-in theme: this repository's <c>templates/</c> folder, embedded in the program.</summary>
internal static class BuiltInTheme
{
    /// <summary>Its files, with paths as if they were in the site's templates folder.</summary>
    public static ImmutableArray<SourceFile> Files(string templatesFolder) =>
    [
        .. EmbeddedFiles.In("theme").Select(file =>
            SourceScanner.TemplateFile($"{templatesFolder}/{file.Path}", file.Path, Fingerprint.Compute(file.Bytes), null, file.Bytes)),
    ];
}
