using TextMateSharp.Grammars;
using TextMateSharp.Registry;

namespace SiteGen.Pipeline.Tests.Highlighting.Quality;

/// <summary>What the grammars of TextMate say of a code.</summary>
internal sealed class TextMateOracle
{
    // In the table: a token without any scope that it has a line for.
    private const string NoScope = "-";

    // The names of languages that are others there.
    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["shell"] = "shellscript",
        ["jsx"] = "javascriptreact",
        ["tsx"] = "typescriptreact",
    };

    private readonly RegistryOptions _options = new(ThemeName.DarkPlus);
    private readonly Registry _registry;
    private readonly ClassMap _map = new("textmate.txt");

    public TextMateOracle() => _registry = new Registry(_options);

    /// <summary>The class of every character.</summary>
    public string[] Read(string language, string code)
    {
        var grammar = _registry.LoadGrammar(_options.GetScopeByLanguageId(s_names.GetValueOrDefault(language, language)));
        var classes = Enumerable.Repeat(ClassMap.Other, code.Length).ToArray();
        IStateStack? state = null;
        var start = 0;
        foreach (var line in code.Split('\n'))
        {
            var result = grammar.TokenizeLine(line, state, TimeSpan.FromSeconds(10));
            state = result.RuleStack;
            foreach (var token in result.Tokens)
            {
                var end = int.Min(token.EndIndex, line.Length);
                var length = int.Max(0, end - token.StartIndex);
                var found = ClassOf(language, token.Scopes, line.Substring(token.StartIndex, length));
                Array.Fill(classes, found, start + token.StartIndex, length);
            }

            start += line.Length + 1;
        }

        return classes;
    }

    private string ClassOf(string language, IEnumerable<string> scopes, string text) =>
        scopes.Any(scope => scope.Split('.')[0] == ClassMap.Comment)
            ? ClassMap.Comment
            : scopes.Skip(1).Reverse().Append(NoScope).Select(scope => _map.Find(language, scope, text, "."))
                .FirstOrDefault(found => found is not null) ?? ClassMap.Other;
}
