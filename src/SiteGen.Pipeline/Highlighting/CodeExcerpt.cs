using System.Text;
using SiteGen.Pipeline.Html;
using SiteGen.Text;

namespace SiteGen.Pipeline.Highlighting;

/// <summary>Takes the lines out of a file that a block of code shows.</summary>
internal static class CodeExcerpt
{
    /// <summary>The lines, without the indentation that all of them have; empty when there are none.</summary>
    /// <param name="text">The file.</param>
    /// <param name="file">What is taken of it.</param>
    public static byte[] From(SourceText text, CodeFile file)
    {
        var lines = Encoding.UTF8.GetString(text.Bytes.Span).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var taken = file.Marker is { } marker ? Between(lines, marker)
            : file.Lines is { } range ? lines.Skip(range.First - 1).Take(range.Last - range.First + 1)
            : lines;
        string[] shown = [.. taken.Where(line => file.Marker is null || !IsMark(line))];
        return shown.Length == 0 ? [] : Encoding.UTF8.GetBytes(string.Join('\n', WithoutIndentation(shown)) + "\n");
    }

    // 'ANCHOR: name' and 'ANCHOR_END: name' (mdBook, "Including portions of a file"), '#region name' and '#endregion' (C#).
    private static IEnumerable<string> Between(string[] lines, string marker)
    {
        var start = Array.FindIndex(lines, line => EndsWith(line, "ANCHOR:", marker) || EndsWith(line, "region", marker));
        if (start < 0)
        {
            return [];
        }

        var isRegion = lines[start].Contains("region", StringComparison.Ordinal);
        var depth = 0;
        return lines.Skip(start + 1).TakeWhile(line =>
        {
            depth += !isRegion ? 0 : line.Contains("endregion", StringComparison.Ordinal) ? -1
                : line.Contains("#region", StringComparison.Ordinal) ? 1
                : 0;
            return isRegion ? depth >= 0 : !EndsWith(line, "ANCHOR_END:", marker);
        });
    }

    private static bool EndsWith(string line, string mark, string marker)
    {
        var at = line.IndexOf(mark, StringComparison.Ordinal);
        var name = at < 0 ? "" : line[(at + mark.Length)..].Trim();
        return name == marker || (name.StartsWith(marker, StringComparison.Ordinal) && !char.IsLetterOrDigit(name[marker.Length])
            && name[marker.Length] is not ('-' or '_'));
    }

    private static bool IsMark(string line) =>
        line.Contains("ANCHOR:", StringComparison.Ordinal) || line.Contains("ANCHOR_END:", StringComparison.Ordinal);

    private static IEnumerable<string> WithoutIndentation(string[] lines)
    {
        var common = lines.Where(line => line.AsSpan().Trim().Length > 0)
            .Select(line => line.Length - line.TrimStart(' ', '\t').Length).DefaultIfEmpty(0).Min();
        return lines.Select(line => line.Length <= common ? line.TrimStart() : line[common..]);
    }
}
