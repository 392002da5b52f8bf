using System.Text.RegularExpressions;

namespace SiteGen.Cli.Tests;

/// <summary>Names and texts that would drive a terminal, hide what stands in a message, or forge one.</summary>
public sealed partial class HostileNamesTests
{
    [Theory]
    [InlineData("\u001B[31m", @"\x1b[31m")]
    [InlineData("\u009B2J\u0007\u007F", @"\x9b2J\x07\x7f")]
    [InlineData("\u202Ecod\u2066", @"\u202ecod\u2066")]
    [InlineData("\rposts: error: not true\n", @"\x0dposts: error: not true\x0a")]
    public void Nothing_in_a_site_drives_the_terminal(string hostile, string shown)
    {
        using var blog = new CommandLine();
        var inLine = hostile.Replace('\r', ' ').Replace('\n', ' ');
        blog.Write("site/sitegen.yml", $"title: {inLine}\nno{inLine}: {inLine}\n");
        blog.Write("site/posts/c.md", $"---\ntitle: C\nslug: {inLine}\n---\n[a]({inLine}.md) [b](b{inLine}.md)\n");
        blog.Write("site/templates/post.html", $"<p>{inLine} {{{{ 'x{inLine}' | nofunction }}}}</p>");
        if (!OperatingSystem.IsWindows())
        {
            blog.Write($"site/posts/a{hostile}.md", "---\ntitel: C\n---\n");
        }

        CommandResult[] results =
        [
            blog.Build("-v"),
            CommandLine.Run("serve", "-s", $"nowhere{hostile}"),
            CommandLine.Run("build", hostile),
            CommandLine.Run("render", $"nowhere{hostile}"),
        ];
        File.Delete(blog["site/sitegen.yml"]);
        var build = blog.Build("-v");
        Assert.All(results, result => Assert.DoesNotMatch(Obeyed(), result.Output + result.Error));
        Assert.All(results[1..], result => Assert.Contains(shown, result.Error, StringComparison.Ordinal));
        Assert.DoesNotMatch(Obeyed(), build.Output + build.Error);
        Assert.True(OperatingSystem.IsWindows() || build.Error.Contains($"posts/a{shown}.md", StringComparison.Ordinal), build.Error);
    }

    [GeneratedRegex(@"[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]|\r(?!\n)", RegexOptions.CultureInvariant)]
    private static partial Regex Obeyed();
}
