using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace SiteGen.Pipeline.Markdown.Code;

/// <summary>
/// Reads the language of a code block where braces follow or surround it: <c>{.python}</c> of Pandoc, <c>{r, echo=FALSE}</c> of
/// R Markdown, <c>js{1,3}</c> of Gatsby.
/// </summary>
internal static class CodeLanguage
{
    private const string Prefix = "language-";

    /// <summary>Replaces a language with a brace by the name beside or in it.</summary>
    public static void Correct(FencedCodeBlock code)
    {
        if (code.Info?.Contains('{', StringComparison.Ordinal) != true || code.TryGetAttributes()?.Classes is not { } classes)
        {
            return;
        }

        var name = NameIn(code.Info);
        classes.RemoveAll(known => known.StartsWith(Prefix, StringComparison.Ordinal));
        if (name.Length > 0)
        {
            classes.Insert(0, Prefix + name);
        }
    }

    /// <summary>The name of the language in the first word behind a fence; empty when there is none.</summary>
    public static string NameIn(string info) => info.IndexOf('{', StringComparison.Ordinal) switch
    {
        < 0 => info,
        0 => string.Concat(info.SkipWhile(c => !char.IsLetterOrDigit(c)).TakeWhile(c => c is not ('}' or ',' or ' ' or '='))),
        var brace => info[..brace],
    };
}
