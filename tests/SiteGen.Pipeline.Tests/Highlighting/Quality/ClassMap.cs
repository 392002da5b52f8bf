using SiteGen.Pipeline.Highlighting;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Highlighting.Quality;

/// <summary>What the names of another program's tokens are among the classes that are compared; read from a table.</summary>
internal sealed class ClassMap(string file)
{
    public const string Other = "other";
    public const string Skip = "skip";
    public const string Keyword = "keyword";

    private readonly string[][] _rows =
    [
        .. Repository.Read($"tests/SiteGen.Pipeline.Tests/Cases/quality/{file}").Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ')),
    ];

    /// <summary>The class of a name; null when the table has none.</summary>
    /// <param name="language">The language.</param>
    /// <param name="name">The name.</param>
    /// <param name="text">The text of the token: signs are no keywords, unless the table insists.</param>
    /// <param name="separator">What a prefix in the table ends at; empty for anywhere.</param>
    public string? Find(string language, string name, string text, string separator)
    {
        foreach (var row in _rows)
        {
            var (languages, prefix, meaning) = (row[0], row[1], row[2]);
            if ((languages != "*" && !languages.Split(',').Contains(language))
                || (name != prefix && !name.StartsWith(prefix + separator, StringComparison.Ordinal)))
            {
                continue;
            }

            return meaning[^1] == '!' ? meaning[..^1] : meaning == Keyword && !text.Any(char.IsLetter) ? Other : meaning;
        }

        return null;
    }

    /// <summary>The class of a token of ours.</summary>
    public static string Of(TokenClass kind) => kind switch
    {
        TokenClass.Comment => "comment",
        TokenClass.String or TokenClass.Escape or TokenClass.Regex => "string",
        TokenClass.Number => "number",
        TokenClass.Keyword or TokenClass.Constant => Keyword,
        TokenClass.Type or TokenClass.Class => "type",
        TokenClass.Function or TokenClass.Builtin => "call",
        TokenClass.Key or TokenClass.Tag or TokenClass.Attribute => "key",
        _ => Other,
    };
}
