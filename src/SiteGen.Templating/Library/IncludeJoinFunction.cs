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
        Call, Parameter.List("template_names"), Parameter.Text("separator"), Parameter.Text("prefix").Optional(),
        Parameter.Text("suffix").Optional());

    private static Value Call(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].IsNil)
        {
            return Value.From("");
        }

        var items = arguments[0].Items;
        context.Budget.Walk(context, items.Count);
        var separator = Part(context, arguments[1]);
        var (prefix, suffix) = (Part(context, arguments[2]), Part(context, arguments[3]));
        context.Output.PushCapture();
        Write(context, prefix);
        var isFirst = true;
        for (var i = 0; i < items.Count; i++)
        {
            var name = context.TextOf(items[i]);
            if (name.Length == 0)
            {
                continue;
            }

            if (!isFirst)
            {
                Write(context, separator);
            }

            Include(context, name);
            isFirst = false;
        }

        Write(context, suffix);
        return context.Output.PopCapture(context.EscapesHtml ? Markup.Html : Markup.None);
    }

    // The text of a part, or the output of the template that it names.
    private static Value Part(RenderContext context, in Value part)
    {
        if (part.IsNil || !part.String.StartsWith(TemplatePrefix, StringComparison.Ordinal))
        {
            return part;
        }

        context.Output.PushCapture();
        Include(context, part.String[TemplatePrefix.Length..]);
        return context.Output.PopCapture(context.EscapesHtml ? Markup.Html : Markup.None);
    }

    private static void Write(RenderContext context, in Value part) =>
        context.Output.Print(context, part, context.EscapesHtml ? Escaping.OutputContext.Text : Escaping.OutputContext.Plain);

    private static void Include(RenderContext context, string name)
    {
        var (top, named) = (context.Stack.Top, context.Stack.NamedTop);
        context.Stack.Push(Value.From(name));
        context.RunInclude(context.FindTemplate(name), new Arguments(top, 1, named, 0));
        context.Stack.Drop(top, named);
    }
}
