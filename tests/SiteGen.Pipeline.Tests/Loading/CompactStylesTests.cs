using System.Text;
using SiteGen.Pipeline.Loading.Embedded;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Loading;

/// <summary>The style sheet of the theme without what only its authors need.</summary>
public sealed class CompactStylesTests
{
    [Theory]
    [InlineData("a {\n  color: red;\n}\n", "a {color: red;}")]
    [InlineData("/* One */\n\na,\nb {\n}\n", "a,b {}")]
    [InlineData("a {\n  font:\n    1rem serif;\n}", "a {font: 1rem serif;}")]
    [InlineData("a::before {\n  content: \"/* no\n\";\n}", "a::before {content: \"/* no\n\";}")]
    [InlineData("a { /* open", "a { ")]
    public void Comments_and_indentation_go(string css, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(CompactStyles.Of(Encoding.UTF8.GetBytes(css))));

    [Fact]
    public void A_style_sheet_keeps_its_rules()
    {
        var css = File.ReadAllText(Repository.PathOf("templates/assets/style.css"));
        var compact = Encoding.UTF8.GetString(CompactStyles.Of(Encoding.UTF8.GetBytes(css)));
        Assert.Equal(css.Count(IsEnd), compact.Count(IsEnd) + CommentsOf(css).Count(IsEnd));
        Assert.DoesNotContain("/*", compact, StringComparison.Ordinal);
    }

    private static bool IsEnd(char letter) => letter == ';';

    private static string CommentsOf(string css) => string.Concat(css.Split("/*").Skip(1).Select(part => part.Split("*/")[0]));
}
