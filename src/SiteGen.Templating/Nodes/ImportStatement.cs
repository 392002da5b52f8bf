using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary><c>import object</c>: its members become variables, but for read-only names.</summary>
internal sealed record ImportStatement(TextSpan Span, Expression Source) : Statement(Span)
{
    public override Flow Render(RenderContext context)
    {
        var source = Source.Evaluate(context);
        if (source.IsNil)
        {
            return Flow.Next;
        }

        if (!source.TryGetMembers(out var members))
        {
            context.Fail(TemplateMessages.NotAnObject("import", context.CodeOf(Source.Span), TypeNames.For(source)), Source.Span);
            return Flow.Next;
        }

        var names = members.Names;
        context.Budget.Spend(context, names.Length);
        foreach (var name in names)
        {
            if (members.TryGet(name, out var value))
            {
                _ = Variables.TrySet(context.Variables.Current, name, value);
            }
        }

        return Flow.Next;
    }
}
