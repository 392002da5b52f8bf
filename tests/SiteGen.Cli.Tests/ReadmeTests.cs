using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using SiteGen.Cli.Terminal;
using SiteGen.Testing;

namespace SiteGen.Cli.Tests;

/// <summary>What the README tells newcomers to type works as it stands.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_commands_of_the_first_five_minutes_lead_to_a_blog()
    {
        var lines = Commands().Matches(Repository.Read("README.md")).Select(match => match.Groups[1].Value).ToArray();
        Assert.Equal(["init blog", "new post \"Hello, world\"", "serve", "build", "build --strict"], lines);
        var blog = _folder["blog"];
        foreach (var line in lines)
        {
            var words = CommandLineParser.SplitCommandLine(line).Select(word => word == "blog" ? blog : word);
            string[] source = line.StartsWith("init", StringComparison.Ordinal) ? [] : ["-s", blog];
            string[] address = line.Contains("strict", StringComparison.Ordinal) ? ["-b", "https://example.org/"] : [];
            string[] port = line == "serve" ? ["-p", "0"] : [];
            var result = CommandLine.Run(
                line == "serve" ? new CancellationToken(canceled: true) : CancellationToken.None, [.. words, .. source, .. address, .. port]);
            Assert.True(result.ExitCode == 0, $"{line}: {result.Error}");
        }

        Assert.Contains("Hello, world", File.ReadAllText(Path.Combine(blog, "_site", "index.html")), StringComparison.Ordinal);
        Assert.Contains("Hello, world", CommandLine.Run("list", "posts", "-s", blog).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_of_the_program_has_its_row()
    {
        var table = Repository.Read("README.md").Split("## Commands")[1].Split("\n\n`sitegen help`")[0];
        var root = Program.Commands(new ConsoleReporter(TextWriter.Null, TextWriter.Null), CancellationToken.None);
        Assert.All(root.Subcommands, command => Assert.Matches($"`{command.Name}[` ]", table));
    }

    [GeneratedRegex("(?m)^sitegen (.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Commands();
}
