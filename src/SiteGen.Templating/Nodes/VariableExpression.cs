using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>A plain name: a loop's variable, a member of the model, a function.</summary>
internal sealed record VariableExpression(TextSpan Span, string Name) : Expression(Span)
{
    public override bool IsAssignable => true;

    public override Value Evaluate(RenderContext context)
    {
        var value = Resolve(context);
        return value.Kind == ValueKind.Function ? context.CallBare(this, Callable.From(value)) : value;
    }

    public override Value Resolve(RenderContext context)
    {
        if (context.Variables.TryGet(Name, out var value))
        {
            return value;
        }

        return context.Options.Strict ? Unknown(context) : Value.Nil;
    }

    public override void Assign(RenderContext context, in Value value)
    {
        if (!context.Variables.TryAssign(Name, value))
        {
            context.Fail(TemplateMessages.ReadOnlyVariable(Name), Span);
        }
    }

    private Value Unknown(RenderContext context)
    {
        var nearest = Suggestion.For(Name, context.Variables.Names().Concat(context.Functions.Names));
        return context.Fail(TemplateMessages.UnknownVariable(Name, nearest), Span);
    }
}
