using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>A local of the page, include or function: <c>$name</c>, in a slot known when it is parsed.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Name">The name without the dollar.</param>
/// <param name="Slot">The slot; -1 where the frame is known only when it runs, as in a wrapped block.</param>
internal sealed record LocalExpression(TextSpan Span, string Name, int Slot) : Expression(Span)
{
    public override bool IsAssignable => true;

    public override Value Evaluate(RenderContext context)
    {
        var value = Resolve(context);
        return value.Kind == ValueKind.Function ? context.CallBare(this, Callable.From(value)) : value;
    }

    public override Value Resolve(RenderContext context)
    {
        var value = Slot >= 0 ? context.Stack.Local(Slot) : context.Stack.FindLocal(Name);
        if (!value.IsMissing)
        {
            return value;
        }

        return context.Options.Strict
            ? context.Fail(TemplateMessages.UnknownLocal(Name), Span)
            : Value.Nil;
    }

    public override void Assign(RenderContext context, in Value value)
    {
        if (context.Stack.IsReadOnly(Name))
        {
            context.Fail(TemplateMessages.ReadOnlyVariable("$" + Name), Span);
        }

        Store(context, value);
    }

    /// <summary>Sets it even when it is read-only, as a loop does.</summary>
    public void Store(RenderContext context, in Value value)
    {
        if (Slot >= 0)
        {
            context.Stack.Local(Slot) = value;
            return;
        }

        context.Stack.SetLocal(Name, value);
    }
}
