using System.Collections.Immutable;
using System.Text;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Highlighting;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Reports what cannot be understood in a site's definitions of languages, which may extend each other.</summary>
internal static class GrammarProblems
{
    /// <summary>The problems of all definitions.</summary>
    public static IEnumerable<Diagnostic> In(ImmutableArray<ParsedSource> sources, GrammarSet grammars)
    {
        foreach (var source in sources)
        {
            if (source.Grammar is not { } grammar)
            {
                continue;
            }

            var text = new SourceText(source.File.Path, Encoding.UTF8.GetBytes(grammar.Text));
            foreach (var problem in grammars.ProblemsIn(grammar))
            {
                yield return text.Report(CodeMessages.UnreadableDefinition(problem.Reason), SpanOf(grammar.Text, problem.Line));
            }
        }
    }

    private static TextSpan SpanOf(string text, int line)
    {
        var start = 0;
        for (; line > 1; line--)
        {
            start = text.IndexOf('\n', start) + 1;
        }

        var end = text.IndexOf('\n', start);
        var written = text[start..(end < 0 ? text.Length : end)];
        var from = Encoding.UTF8.GetByteCount(text.AsSpan(0, start)) + written.Length - written.TrimStart().Length;
        return new TextSpan(from, Encoding.UTF8.GetByteCount(written.AsSpan().Trim()));
    }
}
