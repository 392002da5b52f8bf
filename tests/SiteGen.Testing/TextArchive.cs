using System.Collections.Immutable;

namespace SiteGen.Testing;

/// <summary>One file of an archive.</summary>
public sealed record ArchiveFile(string Path, string Text);

/// <summary>Several files in one text: a line <c>-- path --</c> begins a file, which goes on to the next such line.</summary>
public static class TextArchive
{
    /// <summary>Takes an archive apart; what stands before the first file is a remark.</summary>
    public static ImmutableArray<ArchiveFile> Parse(string text)
    {
        var files = ImmutableArray.CreateBuilder<ArchiveFile>();
        string? path = null;
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (PathOf(line) is not { } next)
            {
                lines.Add(line);
                continue;
            }

            Close(files, path, lines);
            path = next;
        }

        // The line break behind the last line begins no line of its own.
        if (lines is [.., ""])
        {
            lines.RemoveAt(lines.Count - 1);
        }

        Close(files, path, lines);
        return files.ToImmutable();
    }

    /// <summary>The path that a line names, when it begins a file.</summary>
    public static string? PathOf(string line) =>
        line.StartsWith("-- ", StringComparison.Ordinal) && line.EndsWith(" --", StringComparison.Ordinal) && line.Length > 6
            ? line[3..^3].Trim()
            : null;

    private static void Close(ImmutableArray<ArchiveFile>.Builder files, string? path, List<string> lines)
    {
        if (path is not null)
        {
            files.Add(new ArchiveFile(path, string.Concat(lines.Select(line => line + "\n"))));
        }

        lines.Clear();
    }
}
