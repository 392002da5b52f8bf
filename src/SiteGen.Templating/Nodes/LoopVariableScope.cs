using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Nodes;

/// <summary>The variable and the state of a running loop, which end with it.</summary>
/// <remarks>A plain name shadows outer ones; a <c>$local</c> gets its old value back; a path keeps the last item.</remarks>
internal readonly struct LoopVariableScope
{
    private readonly RenderContext _context;
    private readonly Expression? _variable;
    private readonly int _place;
    private readonly bool _isPlain;
    private readonly Value _old;

    public LoopVariableScope(RenderContext context, string kind, LoopState state, Expression? variable)
    {
        _context = context;
        _variable = variable;
        context.Budget.EnterLoop();
        _place = context.Variables.PushLoop(kind, Value.From(state));
        if (variable is VariableExpression plain)
        {
            _isPlain = true;
            _ = context.Variables.PushLoop(plain.Name, Value.Nil);
        }
        else if (variable is LocalExpression local)
        {
            _old = context.Stack.FindLocal(local.Name);
        }
    }

    public void Set(in Value item)
    {
        if (_isPlain)
        {
            _context.Variables.SetLoop(_place + 1, item);
            return;
        }

        if (_variable is LocalExpression local)
        {
            local.Store(_context, item);
            return;
        }

        _variable?.Assign(_context, item);
    }

    /// <summary>Ends the loop; not needed when an error ends the page.</summary>
    public void Close()
    {
        _context.Variables.PopLoop(_place);
        _context.Budget.LeaveLoop();
        (_variable as LocalExpression)?.Store(_context, _old);
    }
}
