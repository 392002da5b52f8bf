using Xunit.Sdk;

namespace SiteGen.Testing;

/// <summary>Compares output with a recorded file.</summary>
public static class Snapshot
{
    /// <summary>The ending of a file that holds what came instead.</summary>
    public const string ReceivedEnding = ".received";

    private static readonly bool s_update = Environment.GetEnvironmentVariable("SITEGEN_UPDATE_SNAPSHOTS") == "1";

    /// <summary>Fails when the output is not what is recorded; records it when asked to by the environment.</summary>
    /// <param name="actual">The output.</param>
    /// <param name="relativePathUnderTests">The recorded file, below <c>tests/</c>.</param>
    public static void Match(string actual, string relativePathUnderTests)
    {
        var path = Repository.PathOf(Path.Combine("tests", relativePathUnderTests));
        var received = path + ReceivedEnding;
        actual = actual.ReplaceLineEndings("\n");
        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        if (s_update || expected == actual)
        {
            if (expected != actual)
            {
                Save(path, actual);
            }

            // What an earlier failure left.
            if (File.Exists(received))
            {
                File.Delete(received);
            }

            return;
        }

        Save(received, actual);
        throw new XunitException($"{relativePathUnderTests} differs.\n{FirstDifference(expected, actual)}");
    }

    /// <summary>The first line in which two texts differ, with the archive file it belongs to.</summary>
    public static string FirstDifference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var line = 0;
        while (line < left.Length && line < right.Length && left[line] == right[line])
        {
            line++;
        }

        var name = left.Take(line + 1).Select(TextArchive.PathOf).OfType<string>().TakeLast(2);
        return $"line {line + 1} (in {string.Join(", ", name)})\n  expected: {Shown(left, line)}\n  received: {Shown(right, line)}";
    }

    private static string Shown(string[] lines, int line) => line < lines.Length ? lines[line] : "(the text ends before)";

    private static void Save(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? Repository.Root);
        File.WriteAllText(path, text);
    }
}
