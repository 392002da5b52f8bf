using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating.Calls;

/// <summary>Reports wrong arguments of a call.</summary>
internal static class ArgumentProblem
{
    /// <summary>Too few or too many arguments; points past the call or at the first extra argument.</summary>
    [DoesNotReturn]
    public static void FailCount(RenderContext context, string name, (int Least, int Most) takes, int given, int excess)
    {
        var isTooFew = given < takes.Least || given <= takes.Most;
        var site = context.CallSite;
        var span = isTooFew ? new TextSpan(site?.Span.End ?? context.CallSpan.End, 0) : site?.ArgumentSpan(excess) ?? context.CallSpan;
        var count = takes.Most == int.MaxValue ? $"at least {takes.Least}"
            : takes.Least == takes.Most ? $"{takes.Least}"
            : $"{takes.Least} to {takes.Most}";
        var noun = count is "1" or "at least 1" ? "argument" : "arguments";
        var hint = isTooFew ? MinusHint(context, span.End) : null;
        context.Fail(TemplateMessages.WrongArgumentCount(name, count, noun, given, hint), span);
    }

    /// <summary>Reports a named argument for which there is no parameter.</summary>
    public static void CheckNames<T>(
        RenderContext context, string function, in Arguments arguments, ImmutableArray<T> parameters, Func<T, string> nameOf)
    {
        for (var i = 0; i < arguments.NamedCount; i++)
        {
            var (name, _) = context.Stack.Named(arguments.NamedStart + i);
            if (!parameters.Any(parameter => nameOf(parameter) == name))
            {
                context.Fail(TemplateMessages.UnknownParameter(function, name, Suggestion.For(name, parameters.Select(nameOf))));
            }
        }
    }

    // 'f -1' parses as a subtraction from the result of 'f'.
    private static string? MinusHint(RenderContext context, int end) =>
        context.Source.Bytes.Span[end..].TrimStart((byte)' ') is [(byte)'-', not ((byte)'}' or (byte)' '), ..]
            ? "put a negative number into parentheses: (-1)"
            : null;
}
