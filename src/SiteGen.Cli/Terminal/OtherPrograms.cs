using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace SiteGen.Cli.Terminal;

/// <summary>The only code that starts other programs: a browser, git, an editor.</summary>
internal static class OtherPrograms
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>Opens a page in the user's browser; false when that cannot be done from here.</summary>
    public static bool OpenInBrowser(Uri url)
    {
        using var browser = TryStart(new ProcessStartInfo(url.AbsoluteUri) { UseShellExecute = true }, out var isStarted);
        return isStarted;
    }

    /// <summary>The name that git writes into commits made in a folder; null when it knows none, or there is no git.</summary>
    public static string? GitUserName(string folder)
    {
        var start = new ProcessStartInfo("git", ["config", "user.name"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var git = TryStart(start, out _);
        if (git is null)
        {
            return null;
        }

        git.StandardInput.Close();
        if (!git.WaitForExit(s_patience))
        {
            git.Kill();
            return null;
        }

        var name = git.StandardOutput.ReadToEnd().Trim();
        return git.ExitCode == 0 && name.Length > 0 ? name : null;
    }

    /// <summary>The user's editor as a program and its first arguments, from the environment; empty when none is set.</summary>
    public static ImmutableArray<string> Editor()
    {
        var command = ((string[])["VISUAL", "EDITOR"]).Select(Environment.GetEnvironmentVariable)
            .FirstOrDefault(value => !string.IsNullOrWhiteSpace(value)) ?? "";
        return Path.Exists(command) ? [command] : WordsOf(command);
    }

    /// <summary>Opens a file in an editor and waits until it is closed; false when the editor cannot be started.</summary>
    public static bool Edit(ImmutableArray<string> editor, string path, CancellationToken interrupted)
    {
        interrupted.ThrowIfCancellationRequested();
        using var process = TryStart(new ProcessStartInfo(editor[0], [.. editor[1..], path]), out var isStarted);
        process?.WaitForExit();
        return isStarted;
    }

    /// <summary>The words of a command line, as shells take it apart: at blanks that are not in quotes.</summary>
    internal static ImmutableArray<string> WordsOf(string command)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var (word, quote) = (new StringBuilder(), '\0');
        var isWord = false;
        foreach (var c in command.Append(' '))
        {
            if (c == quote)
            {
                quote = '\0';
            }
            else if (quote == '\0' && c is '"' or '\'')
            {
                (quote, isWord) = (c, true);
            }
            else if (quote != '\0' || !char.IsWhiteSpace(c))
            {
                word.Append(c);
            }
            else if (word.Length > 0 || isWord)
            {
                words.Add(word.ToString());
                word.Clear();
                isWord = false;
            }
        }

        return words.ToImmutable();
    }

    private static Process? TryStart(ProcessStartInfo start, out bool isStarted)
    {
        try
        {
            var process = Process.Start(start);
            isStarted = true;
            return process;
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            isStarted = false;
            return null;
        }
    }
}
