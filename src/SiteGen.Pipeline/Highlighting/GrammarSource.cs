using System.Collections.Immutable;
using System.Text;

namespace SiteGen.Pipeline.Highlighting;

/// <summary>The definition of a language as it is written: one file of lines.</summary>
/// <param name="Name">The name of the file without its extension, which is the first name of the language.</param>
/// <param name="Text">Its text.</param>
internal sealed record GrammarSource(string Name, string Text)
{
    /// <summary>The extension of definitions.</summary>
    public const string Extension = ".grammar";

    private const string AliasLine = "aliases ";

    /// <summary>Whether it is a language: without a title, others extend it and that is all.</summary>
    public bool IsLanguage { get; } = Text.Split('\n').Any(line => line.StartsWith("title ", StringComparison.Ordinal));

    /// <summary>Its other names.</summary>
    public ImmutableArray<string> Aliases { get; } =
    [
        .. Text.Split('\n')
            .Where(line => line.StartsWith(AliasLine, StringComparison.Ordinal))
            .SelectMany(line => line[AliasLine.Length..].Split([' ', '\r'], StringSplitOptions.RemoveEmptyEntries)),
    ];

    /// <summary>The definition in a file.</summary>
    public static GrammarSource Create(string path, ReadOnlySpan<byte> bytes) =>
        new(Path.GetFileNameWithoutExtension(path).ToLowerInvariant(), Encoding.UTF8.GetString(bytes));

    /// <summary>The lines that say something, cut at blanks, each with its number from 1.</summary>
    public IEnumerable<GrammarLine> Lines()
    {
        var number = 0;
        foreach (var line in Text.Split('\n'))
        {
            number++;
            var words = line.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0 && !line.StartsWith('#'))
            {
                yield return new GrammarLine(number, [.. words]);
            }
        }
    }
}

/// <summary>A line of a definition.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Words">What is between its blanks.</param>
internal readonly record struct GrammarLine(int Number, ImmutableArray<string> Words);

/// <summary>What cannot be understood in a definition.</summary>
/// <param name="Line">The number of the line, from 1.</param>
/// <param name="Reason">What is wrong with it.</param>
internal sealed record GrammarProblem(int Line, string Reason);
