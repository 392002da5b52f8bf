using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary><c>wrap f a … end</c>: calls a function that runs the block where it says <c>$$</c>.</summary>
internal sealed record WrapStatement(TextSpan Span, CallExpression Call, Statement Body, Escaping.OutputContext Place) : Statement(Span)
{
    public override Flow Render(RenderContext context)
    {
        var function = Call.Function(context);
        if (function is not UserFunction user)
        {
            context.Fail(TemplateMessages.WrapWithoutBlock(context.CodeOf(Call.Target.Span)), Call.Target.Span);
            return Flow.Next;
        }

        var arguments = Call.PushArguments(context);
        (context.CallSite, context.CallSpan) = (Call, Call.NameSpan);
        var value = user.CallWith(context, arguments, new WrappedBlock(Body, context.Source));
        context.Stack.Drop(arguments.Start, arguments.NamedStart);
        context.Output.Print(context, value, Place);
        return Flow.Next;
    }
}

/// <summary><c>$$</c>: runs the block that <c>wrap</c> passed.</summary>
internal sealed record WrappedBlockStatement(TextSpan Span) : Statement(Span)
{
    public override Flow Render(RenderContext context)
    {
        var (block, source) = (context.Stack.Current.Block, context.Stack.Current.BlockSource);
        if (block is null || source is null)
        {
            return Flow.Next;
        }

        // The block runs in this function, but a $$ of its own is that of the function around it.
        var own = context.Source;
        Budget.CheckStack(context, Span);
        context.Budget.Enter(context, Span);
        context.Source = source;
        var flow = block.Render(context);
        context.Source = own;
        context.Budget.Leave();
        return flow;
    }
}
