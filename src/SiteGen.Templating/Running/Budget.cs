using System.Runtime.CompilerServices;
using SiteGen.Templating.Rules;
using SiteGen.Text;

namespace SiteGen.Templating.Running;

/// <summary>The limits of a page on work, iterations and depth. Everything a template does counts.</summary>
internal sealed class Budget(RenderOptions options)
{
    private readonly long _workLimit = options.WorkLimit > 0 ? options.WorkLimit : long.MaxValue;
    private readonly long _loopLimit = options.LoopLimit > 0 ? options.LoopLimit : long.MaxValue;
    private long _work;
    private long _iterations;
    private int _depth;

    /// <summary>The number of open loops.</summary>
    public int Loops { get; private set; }

    public void Reset() => (_work, _iterations, _depth, Loops) = (0, 0, 0, 0);

    /// <summary>Counts the memory of list items that are made; call it before they are made.</summary>
    public void SpendItems(RenderContext context, long count)
    {
        // An item takes 24 bytes, and a step of work stands for about 8 of them.
        Spend(context, count > _workLimit ? count : count * 3);
    }

    /// <summary>Counts work outside of loop limits: statements, calls, enumerated items.</summary>
    public void Spend(RenderContext context, long work)
    {
        _work += work;
        if (_work > _workLimit)
        {
            FailWork(context, context.CallSpan);
        }
    }

    /// <summary>Enters a call or include.</summary>
    public void Enter(RenderContext context, TextSpan span)
    {
        _work++;
        if (++_depth > options.RecursionLimit && options.RecursionLimit > 0)
        {
            context.Fail(TemplateMessages.CallsTooDeep(options.RecursionLimit), span);
        }

        CheckStack(context, span);
    }

    public void Leave() => _depth--;

    /// <summary>Stops the render before the thread's stack overflows.</summary>
    public static void CheckStack(RenderContext context, TextSpan span)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            context.Fail(TemplateMessages.StackTooDeep(), span);
        }
    }

    public void EnterLoop() => Loops++;

    /// <summary>Counts one iteration; nested loops count together.</summary>
    public void Iterate(RenderContext context, TextSpan span)
    {
        _work++;
        if (++_iterations > _loopLimit)
        {
            context.Fail(TemplateMessages.TooManyIterations(options.LoopLimit), span);
        }

        if (_work > _workLimit)
        {
            FailWork(context, span);
        }
    }

    public void LeaveLoop()
    {
        if (--Loops == 0)
        {
            _iterations = 0;
        }
    }

    /// <summary>Counts the items that a function enumerates, as a separate loop.</summary>
    public void Walk(RenderContext context, int count)
    {
        Spend(context, count);
        var before = _iterations;
        _iterations += count;
        if (_iterations > _loopLimit)
        {
            context.Fail(FunctionMessages.TooManyItems(options.LoopLimit));
        }

        _iterations = Loops == 0 ? before : _iterations;
    }

    private void FailWork(RenderContext context, TextSpan span)
    {
        _work = 0;
        context.Fail(TemplateMessages.TooMuchWork(options.WorkLimit), span);
    }
}
