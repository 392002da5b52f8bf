using System.Collections.Immutable;
using Scriban.Syntax;
using SiteGen.Templating.Nodes;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Binding;

/// <summary>Binds names and paths of members and items.</summary>
internal sealed class PathBinder(BindingContext context, ExpressionBinder expressions)
{
    /// <summary>Binds a name, alone or at the start of a path.</summary>
    public Expression BindVariable(ScriptVariable variable)
    {
        var span = context.SpanOf(variable);
        if (variable.Scope == ScriptVariableScope.Global)
        {
            return variable.Name is "empty" or "blank"
                ? new LiteralExpression(span, Value.Empty)
                : new VariableExpression(span, variable.Name);
        }

        switch (variable.BaseName)
        {
            case "":
                return new ArgumentsExpression(span);
            case "$":
                context.Report(SyntaxMessages.BlockHere(), span);
                return new LiteralExpression(span, Value.Nil);
            default:
                return new LocalExpression(span, variable.BaseName, context.Locals?.FindOrAdd(variable.BaseName) ?? -1);
        }
    }

    /// <summary>Binds a member or an item, with the path before it.</summary>
    public Expression Bind(ScriptExpression node)
    {
        var nodes = new Stack<ScriptExpression>();
        ScriptExpression? root = node;
        while (root is ScriptMemberExpression or ScriptIndexerExpression && !IsArgument(root))
        {
            nodes.Push(root);
            root = root is ScriptMemberExpression member ? member.Target : ((ScriptIndexerExpression)root).Target;
        }

        var front = BindRoot(root, nodes);
        if (nodes.Count == 0)
        {
            return front;
        }

        var steps = ImmutableArray.CreateBuilder<PathStep>(nodes.Count);
        foreach (var step in nodes)
        {
            steps.Add(step is ScriptMemberExpression member ? Step(member) : Step((ScriptIndexerExpression)step));
        }

        return new PathExpression(front.Span.To(steps[^1].Span), front, steps.ToImmutable());
    }

    // In the syntax tree, $0 is an index into $ whose parts all have the same span.
    private static bool IsArgument(ScriptExpression node) =>
        node is ScriptIndexerExpression { Target: ScriptVariableLocal { BaseName: "" } target, Index: ScriptLiteral index }
        && target.Span.Start.Offset == index.Span.Start.Offset;

    private Expression BindRoot(ScriptExpression? root, Stack<ScriptExpression> steps)
    {
        if (root is ScriptIndexerExpression { Index: ScriptLiteral { Value: var number } })
        {
            return new ArgumentExpression(context.SpanOf(root), number is int index ? index : int.MaxValue);
        }

        if (root is ScriptVariableGlobal { Name: "for" or "while" or "tablerow" } loop
            && steps.TryPeek(out var first)
            && first is ScriptMemberExpression { Member: { } member })
        {
            _ = steps.Pop();
            var name = context.SpanOf(member);
            return new LoopMemberExpression(context.SpanOf(loop).To(name), loop.Name, member.Name, name);
        }

        return expressions.Bind(root);
    }

    private PathStep Step(ScriptMemberExpression node)
    {
        var isNullSafe = node.DotToken?.Value == "?.";
        if (node.Member is not { } member)
        {
            return new PathStep(context.SpanOf(node), "", null, isNullSafe);
        }

        return node is ScriptIsEmptyExpression { QuestionToken: { } question }
            ? new PathStep(context.SpanOf(member).To(context.SpanOf(question)), PathStep.Empty, null, isNullSafe)
            : new PathStep(context.SpanOf(member), member.Name, null, isNullSafe);
    }

    private PathStep Step(ScriptIndexerExpression node)
    {
        var index = expressions.Bind(node.Index);
        var open = node.OpenBracket is { } bracket ? context.SpanOf(bracket) : index.Span;
        var close = node.CloseBracket is { } end ? context.SpanOf(end) : index.Span;
        return new PathStep(open.To(close), "", index, false);
    }
}
