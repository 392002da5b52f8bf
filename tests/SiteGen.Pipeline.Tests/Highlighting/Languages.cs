using System.Text;
using SiteGen.Pipeline.Highlighting;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Highlighting;

/// <summary>The languages of the program and their samples.</summary>
internal static class Languages
{
    public static IEnumerable<GrammarSource> All => GrammarSet.Embedded.Where(source => source.IsLanguage);

    /// <summary>The sample of a language.</summary>
    public static string SampleOf(string name) =>
        TextArchive.Parse(Repository.Read($"tests/SiteGen.Pipeline.Tests/Cases/languages/{name}.txt").ReplaceLineEndings("\n"))[0].Text;

    /// <summary>The tokens of a code, each with its text.</summary>
    public static IEnumerable<(string Text, TokenClass Class)> TokensOf(string name, ReadOnlySpan<byte> code)
    {
        var tokens = new List<(string, TokenClass)>();
        var start = 0;
        foreach (var (end, kind) in new Lexer(GrammarSet.BuiltIn).Read(GrammarSet.BuiltIn.Find(name)!, code))
        {
            tokens.Add((Encoding.UTF8.GetString(code[start..end]), kind));
            start = end;
        }

        return tokens;
    }
}
