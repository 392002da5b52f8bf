using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace SiteGen.Pipeline.Markdown.Attributes;

/// <summary>Reads the language of a code block from braces: <c>{.python}</c> of Pandoc, <c>{r, echo=FALSE}</c> of R Markdown.</summary>
internal static class CodeLanguage
{
    private const string Prefix = "language-";

    /// <summary>Replaces a language that starts with a brace by the name in it.</summary>
    public static void Correct(FencedCodeBlock code)
    {
        if (code.Info is not ['{', ..] || code.TryGetAttributes()?.Classes is not { } classes)
        {
            return;
        }

        var name = string.Concat(code.Info.SkipWhile(c => !char.IsLetterOrDigit(c)).TakeWhile(c => c is not ('}' or ',' or ' ')));
        classes.RemoveAll(known => known.StartsWith(Prefix, StringComparison.Ordinal));
        if (name.Length > 0)
        {
            classes.Insert(0, Prefix + name);
            code.Info = name;
        }
    }
}
