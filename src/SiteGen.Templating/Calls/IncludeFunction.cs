using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Calls;

/// <summary><c>include name args…</c>: another template's output.</summary>
/// <remarks>The included page sees the caller's variables, and its own arguments as <c>$</c>; <c>$0</c> is its name.</remarks>
internal sealed class IncludeFunction() : Callable("include")
{
    public override Value Call(RenderContext context, in Arguments arguments)
    {
        var template = Find(context, arguments);
        context.Output.PushCapture();
        context.RunInclude(template, arguments);
        return context.Output.PopCapture(template.Options.EscapeHtml ? Markup.Html : Markup.None);
    }

    /// <summary>Renders the template directly into the output.</summary>
    public static void Run(RenderContext context, in Arguments arguments) =>
        context.RunInclude(Find(context, arguments), arguments);

    private static Template Find(RenderContext context, in Arguments arguments)
    {
        if (arguments.Count == 0)
        {
            ArgumentProblem.FailCount(context, "include", (1, int.MaxValue), arguments.NamedCount, 0);
        }

        var name = context.TextOf(context.Stack.Window(arguments.Start, 1)[0]);
        return name.Length > 0 ? context.FindTemplate(name) : Refuse(context);
    }

    private static Template Refuse(RenderContext context)
    {
        context.Fail(FunctionMessages.IncludeWithoutName());
        return null;
    }
}
