using System.Collections.Immutable;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary>A member of an object literal.</summary>
internal readonly record struct ObjectMember(string Name, Expression Value);

/// <summary>A new object: <c>{a: 1, "b c": 2}</c>.</summary>
/// <remarks>A value may refer to members written before it, as variables.</remarks>
internal sealed record ObjectExpression(TextSpan Span, ImmutableArray<ObjectMember> Members) : Expression(Span)
{
    public override Value Evaluate(RenderContext context)
    {
        var members = new ObjectValue();
        var first = context.Variables.LoopCount;
        foreach (var member in Members)
        {
            var value = member.Value.Evaluate(context);
            members.Set(member.Name, value);
            _ = context.Variables.PushLoop(member.Name, value);
        }

        if (Members.Length > 0)
        {
            context.Variables.PopLoop(first);
        }

        return Value.From(members);
    }
}
