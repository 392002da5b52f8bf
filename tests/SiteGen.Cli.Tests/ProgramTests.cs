namespace SiteGen.Cli.Tests;

/// <summary>What is said about a command line that cannot be understood.</summary>
public sealed class ProgramTests
{
    [Theory]
    [InlineData("there is no command 'biuld'", "did you mean 'sitegen build'?", "biuld")]
    [InlineData("there is no command 'biuld'", "did you mean 'sitegen build'?", "biuld", "-s", ".")]
    [InlineData("there is no command 'frobnicate'", "'sitegen --help' shows what there is", "frobnicate")]
    [InlineData("there is no option '--stricct'", "did you mean '--strict'?", "build", "--stricct")]
    [InlineData("there is no option '--stricct'", "did you mean '--strict'?", "build", "--stricct", "-s", ".")]
    [InlineData("there is no option '--sauce'", "did you mean '--source'?", "build", "--sauce", "x")]
    [InlineData("there is no command 'dev'", "did you mean 'sitegen serve'?", "dev")]
    [InlineData("there is no command 'S'", "did you mean 'sitegen serve'?", "S")]
    [InlineData("there is no command 'g'", "did you mean 'sitegen build'?", "g")]
    [InlineData("'sitegen build' has no option '--port'", "'sitegen serve' has it", "build", "--port", "80")]
    [InlineData("'sitegen build' has no option '-p'", "'sitegen serve' has it", "build", "-p=80")]
    [InlineData("'sitegen' has no option '--dry-run'", "'sitegen build' and 'sitegen clean' have it", "--dry-run")]
    [InlineData("there is no option '--verse'", "'sitegen --help' shows what there is", "--verse")]
    [InlineData("there is no option '-z'", "'sitegen build --help' shows what there is", "build", "-z")]
    [InlineData("there is no command 'sitegen new pots'", "did you mean 'sitegen new post'?", "new", "pots", "A title")]
    [InlineData("there is no command 'sitegen new x'", "'sitegen new --help' shows what there is", "new", "x")]
    [InlineData("there is no option '--darft'", "did you mean '--draft'?", "new", "post", "--darft", "A title")]
    [InlineData("there is no option '-Z'", "'sitegen new page --help' shows what there is", "new", "page", "A", "-Z")]
    [InlineData("there is no option '--foce'", "did you mean '--force'?", "init", "--foce")]
    [InlineData("there is no option '--al'", "did you mean '--all'?", "new", "theme", "--al")]
    [InlineData("'site' is not understood", "a folder is named with '-s site'", "build", "site")]
    public void A_wrong_word_is_named_once_with_what_to_do(string message, string hint, params string[] arguments)
    {
        var result = CommandLine.Run(arguments);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal(["sitegen: " + message, "  hint: " + hint], result.Error.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("build", "--source")]
    [InlineData("build", "-b")]
    [InlineData("render")]
    public void A_missing_value_is_one_message(params string[] arguments)
    {
        var result = CommandLine.Run(arguments);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal(2, result.Error.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Length);
    }
}
