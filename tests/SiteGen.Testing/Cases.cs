using System.Text;

namespace SiteGen.Testing;

/// <summary>Runs files of cases: the inputs are read from the file, and the file is what it was if every answer is right.</summary>
public static class Cases
{
    /// <summary>The name that stands above an answer in an archive of cases.</summary>
    public const string Answer = "reads";

    /// <summary>Runs an archive in which every input is followed by <c>-- reads --</c> and what should come of it.</summary>
    public static void Archive(string relativePathUnderTests, Func<string, string> answer)
    {
        var text = Read(relativePathUnderTests);
        var actual = new StringBuilder(text[..Math.Max(
            0, text.StartsWith("-- ", StringComparison.Ordinal) ? 0 : text.IndexOf("\n-- ", StringComparison.Ordinal) + 1)]);
        foreach (var input in TextArchive.Parse(text).Where(file => file.Path != Answer))
        {
            actual.Append($"-- {input.Path} --\n").Append(input.Text).Append($"-- {Answer} --\n").Append(answer(input.Text));
        }

        Snapshot.Match(actual.ToString(), relativePathUnderTests);
    }

    /// <summary>Runs a file of sites: each begins with a line <c>=== name</c>, and what should come of it is its last file.</summary>
    /// <param name="relativePathUnderTests">The file.</param>
    /// <param name="answerName">The name that stands above the answers.</param>
    /// <param name="answer">Gives the answer to the archive of a site.</param>
    public static void Sites(string relativePathUnderTests, string answerName, Func<string, string> answer)
    {
        const string Start = "=== ";
        var parts = ("\n" + Read(relativePathUnderTests)).Split("\n" + Start);
        var actual = new StringBuilder(parts[0].TrimStart('\n'));
        foreach (var part in parts[1..])
        {
            var name = part[..part.IndexOf('\n', StringComparison.Ordinal)];
            var archive = string.Concat(TextArchive.Parse(part)
                .Where(file => file.Path != answerName).Select(file => $"-- {file.Path} --\n{file.Text}"));
            actual.Append($"\n{Start}{name}\n{archive}-- {answerName} --\n{answer(archive)}");
        }

        Snapshot.Match(actual.ToString(), relativePathUnderTests);
    }

    /// <summary>Runs a table of <c>input => output</c> lines; empty lines and those that begin with <c># </c> are remarks.</summary>
    public static void Table(string relativePathUnderTests, Func<string, string> answer)
    {
        const string Arrow = " => ";
        var actual = Read(relativePathUnderTests).TrimEnd('\n').Split('\n').Select(line =>
        {
            if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal))
            {
                return line;
            }

            var arrow = line.LastIndexOf(Arrow.TrimEnd(), StringComparison.Ordinal);
            var input = arrow < 0 ? line : line[..arrow];
            return $"{input}{Arrow}{answer(input)}".TrimEnd();
        });
        Snapshot.Match(string.Join('\n', actual) + "\n", relativePathUnderTests);
    }

    private static string Read(string relativePathUnderTests) =>
        Repository.Read("tests/" + relativePathUnderTests).ReplaceLineEndings("\n");
}
