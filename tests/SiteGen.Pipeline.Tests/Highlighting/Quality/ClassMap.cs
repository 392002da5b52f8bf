using System.Text.RegularExpressions;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Highlighting.Quality;

/// <summary>What the names of a program's tokens are among the classes that are compared; read from a table.</summary>
internal sealed class ClassMap(string file)
{
    public const string Other = "other";
    public const string Keyword = "keyword";
    public const string Comment = "comment";

    /// <summary>Is not compared.</summary>
    public const string Skip = "skip";

    /// <summary>A name of some kind: it may be a type or a call, but no text, number, keyword or comment.</summary>
    public const string Name = "name";

    private readonly Row[] _rows =
    [
        .. Repository.Read($"tests/SiteGen.Pipeline.Tests/Cases/quality/{file}").ReplaceLineEndings("\n").Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#').Select(Row.Parse),
    ];

    /// <summary>The class of a name; null when the table has none.</summary>
    /// <param name="language">The language.</param>
    /// <param name="name">The name.</param>
    /// <param name="text">The text of the token: signs are no keywords, unless the table insists.</param>
    /// <param name="separator">What a prefix in the table ends at; empty for anywhere.</param>
    public string? Find(string language, string name, string text, string separator)
    {
        var meaning = Array.Find(_rows, row => row.Fits(language, name, text, separator))?.Class;
        return meaning?[^1] == '!' ? meaning[..^1] : meaning == Keyword && !text.Any(char.IsLetter) ? Other : meaning;
    }

    /// <summary>A line of the table.</summary>
    /// <param name="Languages">The languages; a star for all.</param>
    /// <param name="Prefix">The start of the name; after '=', the whole name.</param>
    /// <param name="Class">The class.</param>
    /// <param name="Text">What the text of the token fits; null for any.</param>
    private sealed record Row(string[] Languages, string Prefix, string Class, Regex? Text)
    {
        public static Row Parse(string line) => line.Split(' ') is [var languages, var prefix, var meaning, .. var text]
            ? new Row(languages.Split(','), prefix, meaning, text.Length == 0 ? null : new Regex(text[0]))
            : throw new InvalidDataException(line);

        public bool Fits(string language, string name, string text, string separator) =>
            (Languages is ["*"] || Languages.Contains(language))
            && (Prefix[0] == '=' ? name == Prefix[1..] : name == Prefix || name.StartsWith(Prefix + separator, StringComparison.Ordinal))
            && Text?.IsMatch(text) != false;
    }
}
