using System.Text;
using SiteGen.Templating.Binding;
using SiteGen.Templating.Calls;
using SiteGen.Templating.Nodes;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Library;

/// <summary><c>object.eval</c> and <c>object.eval_template</c>: they evaluate text as code in the calling scope.</summary>
internal static class EvalFunctions
{
    private const string Prefix = "in the evaluated text: ";

    public static void AddTo(FunctionList list)
    {
        list.Add("object.eval", static (context, a) => Run(context, a[0], isCode: true), Parameter.Any("value"));
        list.Add("object.eval_template", static (context, a) => Run(context, a[0], isCode: false), Parameter.Any("value"));
    }

    private static Value Run(RenderContext context, in Value value, bool isCode)
    {
        if (!value.IsText)
        {
            return value.Kind == ValueKind.Function ? context.Invoke(Callable.From(value)) : value;
        }

        var (site, span, source) = (context.CallSite, context.CallSpan, context.Source);
        var template = Parse(context, value.String, isCode);
        context.Budget.Enter(context, span);
        try
        {
            context.Source = template.Source;
            var result = isCode ? Evaluate(context, template.Body) : Render(context, template.Body);
            context.Source = source;
            context.Budget.Leave();
            return result;
        }
        catch (TemplateFailure failure) when (failure.Problem is { } problem && problem.Path == template.Name)
        {
            (context.CallSite, context.CallSpan, context.Source) = (site, span, source);

            // Nested evaluations add the prefix once.
            var message = problem.Message.StartsWith(Prefix, StringComparison.Ordinal) ? problem.Message : Prefix + problem.Message;
            return context.Fail(problem.Rule, site?.ArgumentSpan(0) ?? span, message, problem.Hint);
        }
    }

    private static Template Parse(RenderContext context, string text, bool isCode)
    {
        context.Budget.Spend(context, text.Length);
        var options = new TemplateOptions { EscapeHtml = context.EscapesHtml };
        var parsed = TemplateBinder.ParseInPlace(new SourceText("(evaluated)", Encoding.UTF8.GetBytes(text)), options, isCode);
        if (parsed.Value.HasErrors)
        {
            context.FailArgument(0, Prefix + parsed.Diagnostics[0].Message, parsed.Diagnostics[0].Hint);
        }

        return parsed.Value;
    }

    // The result is the value of the last statement; earlier values are not printed.
    private static Value Evaluate(RenderContext context, Statement body)
    {
        var value = Value.Nil;
        foreach (var statement in ((BlockStatement)body).Body)
        {
            value = Value.Nil;
            if (statement is PrintStatement { Expression: var expression })
            {
                context.CallSpan = expression.Span;
                value = expression.Evaluate(context);
            }
            else if (statement is PrintIncludeStatement { Call: var call })
            {
                value = call.Evaluate(context);
            }
            else if (statement.Render(context) is var flow and not Flow.Next)
            {
                return flow == Flow.Return ? TakeReturned(context) : Value.Nil;
            }
        }

        return value;
    }

    private static Value Render(RenderContext context, Statement body)
    {
        context.Output.PushCapture();
        if (body.Render(context) == Flow.Return)
        {
            var place = context.EscapesHtml ? Escaping.OutputContext.Text : Escaping.OutputContext.Plain;
            context.Output.Print(context, TakeReturned(context), place);
        }

        return context.Output.PopCapture(context.EscapesHtml ? Markup.Html : Markup.None);
    }

    private static Value TakeReturned(RenderContext context)
    {
        var returned = context.Returned;
        context.Returned = default;
        return returned;
    }
}
