using System.Text;
using SiteGen.Pipeline.Highlighting;
using SiteGen.Pipeline.Html;
using SiteGen.Testing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Highlighting;

/// <summary>Every language has a sample, and a record of how it is coloured.</summary>
public sealed class LanguageTests
{
    private const string Folder = "SiteGen.Pipeline.Tests/Cases/languages";

    public static TheoryData<string> Names => [.. Languages.All.Select(source => source.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_sample_of_a_language_is_coloured_as_recorded(string name) =>
        Cases.Archive($"{Folder}/{name}.txt", code => Coloured(name, code));

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_in_a_definition_is_left_out(string name)
    {
        Assert.Empty(GrammarSet.BuiltIn.ProblemsIn(GrammarSet.Embedded.Single(source => source.Name == name)));
        Assert.NotNull(GrammarSet.BuiltIn.Find(name));
    }

    [Fact]
    public void There_are_the_samples_that_there_are_languages() => Assert.Equal(
        Languages.All.Select(source => source.Name).Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Repository.PathOf($"tests/{Folder}"))
            .Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void No_name_means_two_languages()
    {
        var names = Languages.All.SelectMany(source => source.Aliases.Append(source.Name)).ToArray();
        Assert.Equal(names.Order(StringComparer.Ordinal).Distinct(), names.Order(StringComparer.Ordinal));
    }

    private static string Coloured(string name, string code)
    {
        var element = $"<pre><code>{HtmlEscape.Escape(code)}</code></pre>";
        var output = new Utf8Buffer();
        new CodeWriter(GrammarSet.BuiltIn).Write(
            Encoding.UTF8.GetBytes(element), new CodeFence(name), Encoding.UTF8.GetBytes(code), false, output);
        var html = output.ToString();
        return html[(html.IndexOf("<code>", StringComparison.Ordinal) + 6)..html.LastIndexOf("</code>", StringComparison.Ordinal)];
    }
}
