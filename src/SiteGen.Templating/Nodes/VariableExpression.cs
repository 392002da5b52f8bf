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

    /// <summary>What to say of a variable that is not defined and is close to one that is; null for any other.</summary>
    public DiagnosticMessage? Misspelt(RenderContext context) =>
        !context.Variables.TryGet(Name, out _) && Nearest(context) is { } nearest ? TemplateMessages.UnknownVariable(Name, nearest) : null;

    private Value Unknown(RenderContext context) => context.Fail(TemplateMessages.UnknownVariable(Name, Nearest(context)), Span);

    private string? Nearest(RenderContext context) =>
        Suggestion.For(Name, context.Variables.Names().Concat(context.Functions.Names));
}
