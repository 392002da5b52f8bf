using System.Collections.Immutable;
using SiteGen.Templating.Operators;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>One step of a path.</summary>
/// <param name="Span">The member's name, or the index with its brackets.</param>
/// <param name="Name">The member's name; empty for an index.</param>
/// <param name="Index">The index, if it is one.</param>
/// <param name="IsNullSafe">Whether null in front of it ends the path: <c>?.</c></param>
internal readonly record struct PathStep(TextSpan Span, string Name, Expression? Index, bool IsNullSafe)
{
    /// <summary>The name that asks whether something is empty.</summary>
    public const string Empty = "empty?";
}

/// <summary>Members and items of something: <c>a.b[0]?.c</c>.</summary>
internal sealed record PathExpression(TextSpan Span, Expression Root, ImmutableArray<PathStep> Steps) : Expression(Span)
{
    public override bool IsAssignable => Steps[^1].Name != PathStep.Empty;

    public override Value Evaluate(RenderContext context)
    {
        var value = Walk(context, Steps.Length);
        return value.Kind == ValueKind.Function ? context.CallBare(this, Callable.From(value)) : value;
    }

    public override Value Resolve(RenderContext context) => Walk(context, Steps.Length);

    public override void Assign(RenderContext context, in Value value)
    {
        var target = Called(context, Walk(context, Steps.Length - 1));
        var step = Steps[^1];
        if (target.IsNil)
        {
            FailNull(context, Steps.Length - 1);
        }

        if (step.Index is null)
        {
            SetMember(context, target, step.Name, value);
            return;
        }

        var index = step.Index.Evaluate(context);
        if (index.IsNil)
        {
            context.Fail(TemplateMessages.NullIndex(context.CodeOf(step.Index.Span)), step.Index.Span);
        }

        SetItem(context, target, index, value);
    }

    private Value Walk(RenderContext context, int count)
    {
        var value = Root.Resolve(context);
        for (var i = 0; i < count; i++)
        {
            var step = Steps[i];
            value = Called(context, value);
            if (value.IsNil && step.Name != PathStep.Empty)
            {
                if (step.IsNullSafe)
                {
                    return Value.Nil;
                }

                // Members after a?.b are null-safe too.
                if (i > 0 && Steps[i - 1].IsNullSafe)
                {
                    value = Value.Nil;
                    continue;
                }

                FailNull(context, i);
            }

            value = step.Index is null ? Member(context, value, step) : Item(context, value, step.Index);
        }

        return value;
    }

    private Value Called(RenderContext context, in Value value) =>
        value.Kind == ValueKind.Function ? context.CallBare(this, Callable.From(value)) : value;

    private static Value Member(RenderContext context, in Value target, in PathStep step)
    {
        if (step.Name == PathStep.Empty)
        {
            return Comparison.IsEmpty(target) is { } isEmpty ? Value.From(isEmpty) : Value.Nil;
        }

        if (target.Kind != ValueKind.Object || target.Reference is not IClosedMembers closed)
        {
            return ValueMembers.Get(target, step.Name);
        }

        if (!closed.TryGet(step.Name, out var member))
        {
            WarnOfSlip(context, closed, step);
        }

        return member;
    }

    private static void WarnOfSlip(RenderContext context, IClosedMembers members, in PathStep step)
    {
        var near = Suggestion.For(step.Name, members.Names);
        var hint = near is null ? $"there are {string.Join(", ", members.Names)}" : $"did you mean '{near}'?";
        context.Warn(TemplateMessages.UnknownMember(members.Description, step.Name, hint), step.Span);
    }

    private static Value Item(RenderContext context, in Value target, Expression at)
    {
        var index = at.Evaluate(context);
        return index.IsNil
            ? context.Fail(TemplateMessages.NullIndex(context.CodeOf(at.Span)), at.Span)
            : ItemAccess.Item(context, target, index, at.Span);
    }

    private void SetMember(RenderContext context, in Value target, string name, in Value value)
    {
        switch (target.Reference)
        {
            case FunctionGroup { Name: "date" } when name == "format" && target.Kind == ValueKind.Object:
                context.DatePattern = context.TextOf(value);
                return;
            case IMembers members when Running.Variables.TrySet(members, name, value):
                return;
            case ArrayValue list when name != "size":
                list.SetMember(name, value);
                return;
            default:
                context.Fail(TemplateMessages.ReadOnlyMember(context.CodeOf(Span), TypeNames.For(target)), Steps[^1].Span);
                return;
        }
    }

    private void SetItem(RenderContext context, in Value target, in Value index, in Value value)
    {
        if (target.Kind == ValueKind.Object || (target.Reference is ArrayValue && index.IsText))
        {
            SetMember(context, target, context.TextOf(index), value);
            return;
        }

        if (target.Reference is not ArrayValue list || !ItemAccess.TryPlace(index, list.Count, out var place))
        {
            context.Fail(TemplateMessages.ReadOnlyItem(TypeNames.For(target)), Steps[^1].Index?.Span ?? Span);
            return;
        }

        // Every null that fills the gap is work and memory.
        context.Budget.SpendItems(context, Math.Max(1, place - list.Count));
        if (place > int.MaxValue / 64)
        {
            context.Fail(TemplateMessages.ListTooLong(), Steps[^1].Span);
        }

        list.Set((int)place, value);
    }

    private void FailNull(RenderContext context, int at)
    {
        if (at == 0 && Root is VariableExpression root && root.Misspelt(context) is { } unknown)
        {
            context.Fail(unknown, root.Span);
        }

        var step = Steps[at];
        var front = at == 0 ? Root.Span : TextSpan.Between(Span.Start, Steps[at - 1].Span.End);
        var path = context.CodeOf(TextSpan.Between(Span.Start, step.Span.End));
        var place = step.Index is null ? step.Span : front;
        context.Fail(TemplateMessages.NullTarget(context.CodeOf(front), path, step.Index is null), place);
    }
}
