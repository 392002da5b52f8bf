using System.Diagnostics;
using SiteGen.Testing;

namespace SiteGen.Cli.Tests.Terminal;

/// <summary>The program on a terminal, by way of the program <c>script</c>.</summary>
public sealed class PseudoTerminalTests
{
    [InstalledFact("script")]
    public void Without_colours_no_escape_sequence_comes_out()
    {
        using var blog = new CommandLine();
        blog.Write("site/posts/wrong.md", "---\ntitel: Wrong\n---\n[a](b.md)\n");
        string[] build = ["build", "-s", blog.Site];
        foreach (var line in (string[][])[["--version"], ["--help"], ["biuld"], build, [.. build, "--format", "json"]])
        {
            using var terminal = Start("NO_COLOR=1 TERM=xterm-256color", line);
            terminal.StandardInput.Close();
            var shown = terminal.StandardOutput.ReadToEnd();
            Assert.NotEmpty(shown);
            Assert.DoesNotContain("\x1b", shown, StringComparison.Ordinal);
        }
    }

    [InstalledFact("script")]
    public void A_preview_that_is_ended_by_a_key_leaves_no_escape_sequence()
    {
        using var blog = new CommandLine();
        using var terminal = Start("NO_COLOR=1 TERM=xterm-256color", "serve", "-s", blog.Site, "-p", "0");
        var shown = "";
        while (!shown.Contains("http://", StringComparison.Ordinal) && terminal.StandardOutput.ReadLine() is { } line)
        {
            shown += line + "\n";
        }

        // Ctrl-C, as a terminal sends it.
        terminal.StandardInput.Write('\x03');
        terminal.StandardInput.Flush();
        shown += terminal.StandardOutput.ReadToEnd();
        terminal.WaitForExit();
        Assert.DoesNotContain("\x1b", shown, StringComparison.Ordinal);
        Assert.Equal(0, terminal.ExitCode);
    }

    [InstalledFact("script")]
    public void Problems_are_coloured_on_a_terminal_and_not_on_a_dumb_one()
    {
        using var blog = new CommandLine();
        blog.Write("site/posts/wrong.md", "---\ntitel: Wrong\n---\n");
        Assert.Contains("\x1b[1;35mwarning\x1b[0m SG2103", Shown("TERM=xterm"), StringComparison.Ordinal);
        Assert.Contains(": warning SG2103", Shown("TERM=dumb"), StringComparison.Ordinal);

        string Shown(string environment)
        {
            using var terminal = Start($"-u NO_COLOR -u FORCE_COLOR {environment}", "build", "-s", blog.Site);
            terminal.StandardInput.Close();
            return terminal.StandardOutput.ReadToEnd();
        }
    }

    [InstalledFact("script")]
    public void Help_is_as_wide_as_the_terminal()
    {
        using var terminal = Start("stty cols 50;", "TERM=xterm", ["build", "--help"]);
        terminal.StandardInput.Close();
        var lines = terminal.StandardOutput.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
        // A URL is not broken.
        var texts = lines.Where(line => line.StartsWith("    ", StringComparison.Ordinal) && line.Trim().Contains(' ', StringComparison.Ordinal));
        Assert.InRange(texts.Max(line => line.Length), 45, 50);
    }

    private static Process Start(string environment, params string[] arguments) => Start("", environment, arguments);

    private static Process Start(string before, string environment, string[] arguments)
    {
        var line = string.Join(' ', CommandLine.ProcessWords.Concat(arguments).Select(word => $"'{word}'"));
        var start = new ProcessStartInfo("script", ["-qec", $"{before} exec env {environment} {line}", "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("script does not start");
    }
}
