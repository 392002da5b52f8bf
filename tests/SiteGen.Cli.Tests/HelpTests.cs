using System.CommandLine;
using System.CommandLine.Parsing;
using SiteGen.Cli.Terminal;
using SiteGen.Cli.Terminal.Help;
using SiteGen.Testing;

namespace SiteGen.Cli.Tests;

/// <summary>The help of the program and of every command that it has.</summary>
public sealed class HelpTests
{
    private const string Snapshots = "SiteGen.Cli.Tests/Snapshots";

    public static TheoryData<string> Commands =>
        [.. CommandTree.AllFrom(Root()).Select(command => string.Join(' ', CommandTree.PathOf(command)))];

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_help_of_a_command_is_as_recorded(string command)
    {
        var result = CommandLine.Run([.. Words(command), "--help"]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.DoesNotContain("\n\n\n", result.Output, StringComparison.Ordinal);
        Snapshot.Match(result.Output, $"{Snapshots}/{FileOf(command)}");
    }

    [Fact]
    public void No_recorded_help_is_of_a_command_that_is_gone() => Assert.Equal(
        CommandTree.AllFrom(Root()).Select(command => FileOf(string.Join(' ', CommandTree.PathOf(command)))).Order(StringComparer.Ordinal),
        Repository.Files($"tests/{Snapshots}").Select(path => path.Split('/')[^1])
            .Where(name => name.StartsWith("help", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_can_be_asked_for_in_every_way(string command)
    {
        var expected = CommandLine.Run([.. Words(command), "--help"]);
        Assert.Equal(expected, CommandLine.Run([.. Words(command), "-h"]));
        Assert.Equal(expected, CommandLine.Run(["help", .. Words(command)]));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_has_a_few_examples_and_each_of_them_is_a_command_line(string command)
    {
        var root = Root();
        var found = CommandTree.AllFrom(root).Single(other => string.Join(' ', CommandTree.PathOf(other)) == command);
        var examples = ((IHasExamples)found).Examples;
        Assert.InRange(examples.Length, 2, 4);
        Assert.All(examples, example =>
        {
            var words = CommandLineParser.SplitCommandLine(example.Line.Split(" > ")[0]).ToArray();
            Assert.Equal(CommandTree.ProgramName, words[0]);
            Assert.Empty(root.Parse(words[1..]).Errors);
            Assert.StartsWith(
                $"{CommandTree.ProgramName} {command}".TrimEnd(),
                example.Line.Replace("--version", "version", StringComparison.Ordinal),
                StringComparison.Ordinal);
            Assert.Matches("^[A-Z].*[^.]$", example.Effect);
        });
    }

    [Fact]
    public void Without_arguments_the_program_shows_what_it_can_do()
    {
        Assert.Equal(CommandLine.Run("--help"), CommandLine.Run());
        Assert.Equal(CommandLine.Run("help"), CommandLine.Run());
    }

    [Fact]
    public void The_version_is_a_command_too()
    {
        var result = CommandLine.Run("--version");
        Assert.Equal((0, ProgramVersion.Read() + "\n", ""), (result.ExitCode, result.Output, result.Error));
        Assert.Equal(result, CommandLine.Run("version"));
    }

    [Theory]
    [InlineData("there is no command 'frobnicate'", "'sitegen --help' shows what there is", "frobnicate", "--help")]
    [InlineData("there is no command 'frobnicate'", "'sitegen --help' shows what there is", "--help", "frobnicate")]
    [InlineData("there is no command 'biuld'", "did you mean 'sitegen build'?", "help", "biuld")]
    [InlineData("there is no option '--frobnicate'", "'sitegen build --help' shows what there is", "build", "--frobnicate", "-h")]
    [InlineData("'site' is not understood", "a folder is named with '-s site'", "build", "site", "--help")]
    [InlineData("'-o' needs a folder behind it", "'sitegen build --help' shows what there is", "build", "-o", "--help")]
    [InlineData("'--version' is given with something else", "write 'sitegen --version'", "--version", "build")]
    public void Help_is_no_answer_to_a_word_that_is_wrong(string message, string hint, params string[] arguments)
    {
        var result = CommandLine.Run(arguments);
        Assert.Equal(new CommandResult(2, "", $"sitegen: {message}\n  hint: {hint}\n"), result);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(100)]
    public void Help_fits_the_page(int width)
    {
        foreach (var command in CommandTree.AllFrom(Root()))
        {
            var lines = HelpText.For(command, width).Split('\n');
            Assert.All(lines, line => Assert.True(line.Length <= width || IsOneName(line), line));
        }
    }

    [Fact]
    public void Text_is_wrapped_between_words_and_never_inside_of_one()
    {
        Assert.Equal("a bb/ccc d/eeeeeeee/f", string.Join('/', TwoColumns.Wrap("a bb ccc  d eeeeeeee f", 5)));
        Assert.Equal("", Assert.Single(TwoColumns.Wrap("", 5)));
    }

    // The names of an option, an example and the usage are not broken, and neither is a word.
    private static bool IsOneName(string line) =>
        (line.StartsWith("  ", StringComparison.Ordinal) && line[2] != ' ') || !line.Trim().Contains(' ', StringComparison.Ordinal);

    private static string FileOf(string command) => command.Length == 0 ? "help.txt" : $"help.{command.Replace(' ', '-')}.txt";

    private static string[] Words(string command) => command.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static RootCommand Root() => Program.Commands(new ConsoleReporter(TextWriter.Null, TextWriter.Null), CancellationToken.None);
}
