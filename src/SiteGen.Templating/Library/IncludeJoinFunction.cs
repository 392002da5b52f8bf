using SiteGen.Templating.Calls;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Library;

/// <summary><c>include_join names separator prefix suffix</c>: the output of several templates.</summary>
/// <remarks>A separator, prefix or suffix that starts with <c>tpl:</c> names a template as well.</remarks>
internal static class IncludeJoinFunction
{
    private const string TemplatePrefix = "tpl:";

    public static HostFunction Create() => HostFunction.Create(
        Call, Parameter.List("names"), Parameter.Text("separator"), Parameter.Text("prefix").Optional(),
        Parameter.Text("suffix").Optional());

    private static Value Call(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var (separator, prefix, suffix) = (arguments[1], arguments[2], arguments[3]);
        var items = arguments[0].IsNil ? null : arguments[0].Items;
        var count = items?.Count ?? 0;
        context.Budget.Walk(context, count);
        context.Output.PushCapture();
        Write(context, prefix);
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
            {
                Write(context, separator);
            }

            Include(context, context.TextOf(items![i])); // Counted above, so there are items.
        }

        Write(context, suffix);
        return context.Output.PopCapture(context.EscapesHtml ? Markup.Html : Markup.None);
    }

    private static void Write(RenderContext context, in Value part)
    {
        var text = part.IsNil ? "" : part.String;
        if (text.StartsWith(TemplatePrefix, StringComparison.Ordinal))
        {
            Include(context, text[TemplatePrefix.Length..]);
            return;
        }

        context.Output.Print(context, part, context.EscapesHtml ? Escaping.OutputContext.Text : Escaping.OutputContext.Plain);
    }

    private static void Include(RenderContext context, string name)
    {
        var (top, named) = (context.Stack.Top, context.Stack.NamedTop);
        context.Stack.Push(Value.From(name));
        context.RunInclude(context.FindTemplate(name), new Arguments(top, 1, named, 0));
        context.Stack.Drop(top, named);
    }
}
