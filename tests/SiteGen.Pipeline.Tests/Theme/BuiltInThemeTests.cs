using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Loading.Embedded;
using SiteGen.Pipeline.Localization;
using SiteGen.Pipeline.Parsing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Theme;

/// <summary>What a build relies on when it reads files of the built-in theme only once they are used, and reports nothing of them.</summary>
public sealed class BuiltInThemeTests
{
    public static TheoryData<string> Templates => [.. Of(SourceKind.Template).Select(file => file.Path)];

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_template_has_no_problems(string path) =>
        Assert.Empty(TemplateReader.Read(TextOf(Of(SourceKind.Template).Single(file => file.Path == path))).Diagnostics);

    [Fact]
    public void Words_have_no_problems_and_the_names_of_the_English_ones()
    {
        // As if they were files of the site, of which everything is reported.
        var read = Of(SourceKind.Words)
            .Select(file => TranslationFileReader.Read(file with { FullPath = "/" + file.Path }, TextOf(file)))
            .ToArray();
        Assert.All(read, file => Assert.Empty(file.Diagnostics));
        var files = read.Select(file => file.Value).OfType<TranslationFile>().ToArray();
        Assert.Equal(12, files.Length);
        Assert.Empty(TranslationCatalog.Create([.. files]).Diagnostics);
        var english = files.Single(file => file.Language == "en").Words.Select(word => word.Name).Order();
        Assert.All(files, file => Assert.Equal(english, file.Words.Select(word => word.Name).Order()));
    }

    private static IEnumerable<SourceFile> Of(SourceKind kind) => BuiltInTheme.Files("templates").Where(file => file.Kind == kind);

    private static SourceText TextOf(SourceFile file) => new(file.Path, file.Embedded);
}
