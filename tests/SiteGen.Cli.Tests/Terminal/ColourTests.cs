using System.Text.RegularExpressions;
using SiteGen.Cli.Terminal;

namespace SiteGen.Cli.Tests.Terminal;

/// <summary>Colours: where they are shown, what they are on, and that the text is the same without them.</summary>
public sealed partial class ColourTests
{
    private static readonly ConsoleTraits s_colours = new(new(true, true), new(true, true), () => 80);

    [Theory]
    [InlineData(true, "TERM=xterm", true)]
    [InlineData(false, "TERM=xterm", false)]
    [InlineData(true, "TERM=dumb", false)]
    [InlineData(true, "TERM=xterm NO_COLOR=1", false)]
    [InlineData(true, "TERM=xterm NO_COLOR=", true)]
    [InlineData(false, "FORCE_COLOR=1", true)]
    [InlineData(false, "FORCE_COLOR=0", false)]
    [InlineData(false, "FORCE_COLOR=", false)]
    [InlineData(false, "FORCE_COLOR=1 TERM=dumb", true)]
    [InlineData(true, "TERM=xterm FORCE_COLOR=1 NO_COLOR=1", false)]
    public void The_environment_says_whether_there_are_colours(bool isTerminal, string environment, bool expected)
    {
        var variables = environment.Split(' ').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        Assert.Equal(expected, StreamTraits.Read(isTerminal, name => variables.GetValueOrDefault(name)).HasColours);
    }

    [Fact]
    public void A_problem_has_its_path_its_severity_its_caret_and_its_hint_painted()
    {
        using var blog = new CommandLine();
        blog.Write("site/templates/post.html", "<h1>{{ post.title | upcsae }}</h1>");
        var result = Build(blog, s_colours);
        Assert.StartsWith(
            "\x1b[1mtemplates/post.html(1,21)\x1b[0m: \x1b[1;31merror\x1b[0m SG3204: there is no function 'upcsae'\n"
            + "\x1b[2m  |\x1b[0m <h1>{{ post.title | upcsae }}</h1>\n"
            + "\x1b[2m  |\x1b[0m \x1b[1;31m                    ^^^^^^\x1b[0m\n"
            + "\x1b[2m  hint: did you mean 'string.upcase'?\x1b[0m\n",
            result.Error,
            StringComparison.Ordinal);
        Assert.Equal(
            "\x1b[1;31msitegen\x1b[0m: there is no command 'biuld'\n\x1b[2m  hint: did you mean 'sitegen build'?\x1b[0m\n",
            CommandLine.Run(s_colours, CancellationToken.None, "biuld").Error);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("\u001B[31m: error SG3204: \u009B2J")]
    [InlineData(": warning SG2103: ")]
    public void Without_its_colours_the_text_is_what_it_is_in_a_pipe(string hostile)
    {
        using var blog = new CommandLine();
        blog.Write("site/sitegen.yml", $"title: {hostile}\nno{hostile}: {hostile}\n");
        AssertSame(blog);
        File.Delete(blog["site/sitegen.yml"]);
        blog.Write("site/posts/c.md", $"---\ntitle: C\nslug: '{hostile}'\ntitel: {hostile}\n---\n[a]({hostile}.md) | [b](b{hostile}.md)\n");
        if (!OperatingSystem.IsWindows())
        {
            blog.Write($"site/posts/a{hostile}.md", "---\ntitel: C\n---\n[a](b.md)\n");
        }

        AssertSame(blog);
    }

    private static void AssertSame(CommandLine blog)
    {
        var (coloured, plain) = (Build(blog, s_colours), Build(blog, ConsoleTraits.Plain));
        Assert.Contains("\x1b[1;3", coloured.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\x1b", plain.Error, StringComparison.Ordinal);
        Assert.Equal(plain.Error, Ours().Replace(coloured.Error, ""));
        Assert.DoesNotContain("\x1b", coloured.Output, StringComparison.Ordinal);
    }

    private static CommandResult Build(CommandLine blog, ConsoleTraits console) => CommandLine.Run(
        console, CancellationToken.None, "build", "-s", blog.Site, "-b", "https://example.org/", "--no-cache", "-n");

    [GeneratedRegex(@"\x1b\[(0|1|2|1;31|1;35|1;36)m", RegexOptions.CultureInvariant)]
    private static partial Regex Ours();
}
