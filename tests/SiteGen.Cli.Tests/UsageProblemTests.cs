using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using SiteGen.Cli.Commands;
using SiteGen.Cli.Terminal;

namespace SiteGen.Cli.Tests;

/// <summary>What is said about the values on a command line, in words of ours and never in those of a library.</summary>
public sealed partial class UsageProblemTests
{
    [Theory]
    [InlineData("'abc' is not a port", "a port is a number from 0 to 65535; leave -p out, or write -p 4000", "serve", "-p", "abc")]
    [InlineData("'65536' is not a port", "a port is a number from 0 to 65535; leave -p out, or write -p 4000", "serve", "-p", "65536")]
    [InlineData("'-p' needs a number behind it", "'sitegen serve --help' shows what there is", "serve", "-p")]
    [InlineData("'--port' needs a number behind it", "'sitegen serve --help' shows what there is", "serve", "--port=")]
    [InlineData("'-o' needs a folder behind it", "'sitegen build --help' shows what there is", "build", "-o", "")]
    [InlineData("'-s' is given more than once", "keep one of them", "build", "-s", "a", "--source", "b", "-s", "c")]
    [InlineData("'--strict' takes no value, and 'maybe' stands behind it", "write --strict alone", "build", "--strict=maybe")]
    [InlineData("'soon' is not a time", "write --clock 2026-03-05T12:00:00Z", "build", "--clock", "soon")]
    [InlineData(
        "'a b' is not the name or the address of a computer",
        "write --host 0.0.0.0 to be found in the whole network, or leave it out; -p gives the port",
        "serve", "--host", "a b")]
    [InlineData(
        "'localhost:80' is not the name or the address of a computer",
        "write --host 0.0.0.0 to be found in the whole network, or leave it out; -p gives the port",
        "serve", "--host", "0.0.0.0", "--host", "localhost:80")]
    [InlineData("'sitegen render' needs a template behind it", "'sitegen render --help' shows what there is", "render")]
    [InlineData("'sitegen render' needs a template behind it", "'sitegen render --help' shows what there is", "render", "")]
    [InlineData("'sitegen new post' needs a title behind it", "'sitegen new post --help' shows what there is", "new", "post")]
    [InlineData("'sitegen new post' needs a title behind it", "'sitegen new post --help' shows what there is", "new", "post", "")]
    [InlineData("'sitegen new author' needs a name behind it", "'sitegen new author --help' shows what there is", "new", "author")]
    [InlineData(
        "'sitegen new' alone does nothing",
        "write 'sitegen new post', 'sitegen new page', 'sitegen new author' or 'sitegen new theme'",
        "new")]
    [InlineData("no command is given", "'sitegen --help' shows what there is", "--")]
    [InlineData("'@more' is not understood", "a folder is named with '-s @more'", "build", "@more")]
    public void A_value_that_cannot_be_used_is_named_with_what_to_do(string message, string hint, params string[] arguments)
    {
        var result = CommandLine.Run(arguments);
        Assert.Equal((2, $"sitegen: {message}\n  hint: {hint}\n"), (result.ExitCode, result.Error.ReplaceLineEndings("\n")));
    }

    [Fact]
    public void An_address_of_another_computer_is_told_as_such()
    {
        using var blog = new CommandLine();
        // An address for documentation (RFC 5737), which no computer has.
        var result = CommandLine.Run("serve", "-s", blog.Site, "--host", "203.0.113.1", "-p", "0");
        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith("sitegen: '203.0.113.1' is not an address of this computer", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_folder_that_is_a_file_is_told_as_such()
    {
        using var blog = new CommandLine();
        var file = blog.Write("taken", "mine");
        var result = blog.Build("-o", file);
        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith($"sitegen: '{file}' cannot be read or written: a part of its path is a file", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void No_option_of_any_command_answers_in_the_words_of_a_library()
    {
        using var blog = new CommandLine();
        var file = blog.Write("not a folder", "title: [\n");
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var root = Program.Commands(new ConsoleReporter(TextWriter.Null, TextWriter.Null), CancellationToken.None);
        (string Name, Command Command)[] commands = [.. root.Subcommands.SelectMany(command => Named("", command))];
        Assert.NotEmpty(commands);
        foreach (var (command, option) in commands.SelectMany(pair => pair.Command.Options.Select(option => (pair, option))))
        {
            foreach (var name in option.Aliases.Prepend(option.Name).Where(name => name is not ("--help" or "-h" or "-?" or "/h" or "/?")))
            {
                string[][] uses =
                [
                    [name], [name, ""], [$"{name}="], [name, file], [$"{name}={file}"], [name, "-1"], [name, name],
                    [name, file, name, file], [name, $"{((IPEndPoint)taken.LocalEndpoint).Port}"],
                ];
                Assert.All(uses, use => RunWith(blog, command, option.Name, use));
            }
        }
    }

    private static IEnumerable<(string Name, Command Command)> Named(string before, Command command) =>
        command.Subcommands.SelectMany(subcommand => Named($"{before}{command.Name} ", subcommand))
            .Concat(command.Action is null ? [] : [(before + command.Name, command)]);

    // In a folder of its own, whatever the option says, and ended at once.
    private static void RunWith(CommandLine blog, (string Name, Command Command) run, string option, string[] use)
    {
        var about = run.Command.Arguments.Select(argument => argument.Name switch
        {
            "folder" => blog["fresh"],
            "template" => blog.Write("a.txt", "{{ 1 }}"),
            "list" => "posts",
            "subject" => "SG4001",
            "file" when run.Name == "new theme" => "404.html",
            "file" => "authors",
            _ => "Ana",
        });
        string[] given = [.. Given("--source", blog.Site), .. Given("--output", blog["out"])];
        var result = CommandLine.Run(new CancellationToken(canceled: true), [.. run.Name.Split(' '), .. about, .. given, .. use]);
        Assert.Contains(result.ExitCode, new[] { 0, 1, 2, 3, 130 });
        Assert.True(result.ExitCode == 0 || result.Error.Length > 0, $"{run.Name} {string.Join(' ', use)} says nothing");
        Assert.DoesNotMatch(WordsOfLibraries(), result.Output + result.Error);

        string[] Given(string name, string value) =>
            name != option && run.Command.Options.Any(other => other.Name == name) ? [name, value] : [];
    }

    [Theory]
    [InlineData("there is no command 'sitegen new pots'", "did you mean 'sitegen new post'?", "new", "pots")]
    [InlineData("there is no command 'sitegen new frobnicate'", "'sitegen new --help' shows what there is", "new", "frobnicate")]
    [InlineData("'sitegen new' alone does nothing", "write 'sitegen new post' or 'sitegen new page'", "new")]
    [InlineData("'sitegen new post' needs a title behind it", "'sitegen new post --help' shows what there is", "new", "post")]
    [InlineData("there is no command 'add'", "did you mean 'sitegen new'?", "add")]
    [InlineData("there is no command 'dev'", "'sitegen --help' shows what there is", "dev")]
    [InlineData("'sitegen new page' has no option '--kind'", "'sitegen new post' has it", "new", "page", "--kind=x")]
    public void A_command_below_a_command_is_treated_as_one(string message, string hint, params string[] arguments)
    {
        var root = new RootCommand();
        var create = new Command("new");
        create.Subcommands.Add(new Command("post") { new Argument<string>("title"), new Option<string>("--kind") });
        create.Subcommands.Add(new Command("page"));
        create.Subcommands[0].SetAction(_ => 0);
        create.Subcommands[1].SetAction(_ => 0);
        root.Subcommands.Add(create);
        Assert.Equal(
            new CommandMessage(message, hint),
            UsageProblem.MessageFor(root.Parse(arguments), arguments, root));
    }

    [GeneratedRegex(@"System\.|Exception|`\d|[Aa]rgument|parse|[Ee]xpect|Parameter|Microsoft|required", RegexOptions.CultureInvariant)]
    private static partial Regex WordsOfLibraries();
}
