using SiteGen.Templating.Operators;
using SiteGen.Templating.Running;

namespace SiteGen.Templating.Nodes;

/// <summary><c>a = b</c>.</summary>
internal sealed record AssignStatement(Expression Target, Expression Value) : Statement(Target.Span)
{
    public override Flow Render(RenderContext context)
    {
        context.CallSpan = Value.Span;
        Target.Assign(context, Value.Evaluate(context));
        return Flow.Next;
    }
}

/// <summary><c>a += b</c> and its like.</summary>
internal sealed record ChangeStatement(Expression Target, OperatorSite Operator, Expression Value) : Statement(Target.Span)
{
    public override Flow Render(RenderContext context)
    {
        context.CallSpan = Value.Span;
        var change = Value.Evaluate(context);
        Target.Assign(context, BinaryOperation.Apply(context, Target.Evaluate(context), change, Operator));
        return Flow.Next;
    }
}
