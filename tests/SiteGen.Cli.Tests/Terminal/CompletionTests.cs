using System.Diagnostics;
using SiteGen.Cli.Terminal;
using SiteGen.Cli.Terminal.Help;
using SiteGen.Testing;

namespace SiteGen.Cli.Tests.Terminal;

/// <summary>The scripts for shells: what they complete where the shell is installed, and that nothing is missing in them.</summary>
public sealed class CompletionTests
{
    // What is written, a bar where the cursor is; what is offered.
    private static readonly (string Line, string Offered)[] s_cases =
    [
        ("sitegen bu|", "build"),
        ("sitegen s|", "schedule serve"),
        ("sitegen --ver|", "--version"),
        ("sitegen build --st|", "--strict"),
        ("sitegen build --so|", "--source"),
        ("sitegen build -s x --no|", "--no-cache"),
        ("sitegen build x --dest|", "--destination"),
        ("sitegen serve --no-|", "--no-drafts --no-reload --no-cache"),
        ("sitegen build --no-d|", ""),
        ("sitegen build --format |", "github gitlab json sarif text"),
        ("sitegen build --format = s|", "sarif"),
        ("sitegen build --format =|", "github gitlab json sarif text"),
        ("sitegen serve --format |", "json text"),
        ("sitegen serve -p |", ""),
        ("sitegen build --base-url h|", ""),
        ("sitegen build -s |", "blog two words"),
        ("sitegen build -o b|", "blog"),
        ("sitegen build -c |", "a.yml blog card.html two words"),
        ("sitegen render |", "a.yml blog card.html two words"),
        ("sitegen render c|", "card.html"),
        ("sitegen render card.html --da|", "--data"),
        ("sitegen completion f|", "fish"),
        ("sitegen help ser|", "serve"),
        ("sitegen help build --h|", "--help"),
        ("/opt/x/sitegen build --dry|", "--dry-run"),
    ];

    [InstalledFact("bash")]
    public void Bash_completes_commands_options_values_and_paths()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["script"], Script("bash"));
        Directory.CreateDirectory(folder["here/blog"]);
        Directory.CreateDirectory(folder["here/two words"]);
        File.WriteAllText(folder["here/a.yml"], "");
        File.WriteAllText(folder["here/card.html"], "");
        var questions = s_cases.Select(one =>
        {
            var words = one.Line.Split(' ').Select(word => $"'{word.TrimEnd('|')}'").ToArray();
            return $"COMP_WORDS=({string.Join(' ', words)}); COMP_CWORD={words.Length - 1}; _sitegen; echo \"${{COMPREPLY[*]}}\"";
        });
        var result = Run("bash", "--norc", "-c", $". '{folder["script"]}'; cd '{folder["here"]}'; {string.Join("; ", questions)}");
        Assert.Equal("", result.Error);
        Assert.Equal(
            s_cases.Select(one => $"{one.Line} {Sorted(one.Offered)}"),
            s_cases.Zip(result.Output.Split('\n'), (one, offered) => $"{one.Line} {Sorted(offered)}"));
    }

    [InstalledFact("bash")]
    public void The_script_for_bash_has_no_slip() => AssertReads("bash", "bash");

    [InstalledFact("zsh")]
    public void The_script_for_zsh_has_no_slip() => AssertReads("zsh", "zsh");

    [InstalledFact("fish")]
    public void The_script_for_fish_has_no_slip() => AssertReads("fish", "fish");

    [InstalledFact("fish")]
    public void Fish_completes_commands_options_and_values()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["script"], Script("fish"));
        var result = Run(
            "fish", "--no-config", "-c", $"source '{folder["script"]}'; complete -C 'sitegen bu'; complete -C 'sitegen build --format s'; "
            + "complete -C 'sitegen serve --q'; complete -C 'sitegen completion z'");
        Assert.Equal("", result.Error);
        var offered = result.Output.TrimEnd('\n').Split('\n').Select(line => line.Split('\t')[0]);
        Assert.Equal(["build", "sarif", "--qr", "--quiet", "zsh"], offered);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("powershell")]
    public void A_script_has_every_command_and_every_option(string shell)
    {
        var script = Script(shell);
        var root = Program.Commands(new ConsoleReporter(TextWriter.Null, TextWriter.Null), CancellationToken.None);
        var names = CommandTree.AllFrom(root).Skip(1).Select(command => command.Name)
            .Concat(CommandTree.AllFrom(root).SelectMany(command => CommandTree.OptionsOf(command)).SelectMany(CommandTree.NamesOf));
        Assert.All(names.Distinct(), name => Assert.Contains(shell == "fish" ? InFish(name) : name, script, StringComparison.Ordinal));
        Assert.DoesNotContain("\r", script, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no completion for 'fsh'", "did you mean 'fish'?", "completion", "fsh")]
    [InlineData("there is no completion for 'elvish'", "it is one of bash, zsh, fish, powershell", "completion", "elvish")]
    [InlineData("'sitegen completion' needs a shell behind it", "'sitegen completion --help' shows what there is", "completion")]
    public void A_shell_that_is_not_known_is_named(string message, string hint, params string[] arguments) =>
        Assert.Equal(new CommandResult(2, "", $"sitegen: {message}\n  hint: {hint}\n"), CommandLine.Run(arguments));

    private static void AssertReads(string program, string shell)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["script"], Script(shell));
        Assert.Equal(new CommandResult(0, "", ""), Run(program, "-n", folder["script"]));
    }

    private static string InFish(string name) =>
        name.StartsWith("--", StringComparison.Ordinal) ? $"-l {name[2..]} " : name.StartsWith('-') ? $"-s {name[1..]} " : name;

    private static string Sorted(string words) => string.Join(' ', words.Split(' ').Order(StringComparer.Ordinal));

    private static string Script(string shell)
    {
        var result = CommandLine.Run("completion", shell);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return result.Output;
    }

    private static CommandResult Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start");
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CommandResult(process.ExitCode, output, error.Result);
    }
}
