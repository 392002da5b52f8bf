using System.Diagnostics;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Running;

/// <summary>An expression node.</summary>
internal abstract record Expression(TextSpan Span)
{
    /// <summary>Whether it can be assigned to.</summary>
    public virtual bool IsAssignable => false;

    /// <summary>The span that problems with a call of it point at.</summary>
    public virtual TextSpan NameSpan => Span;

    /// <summary>Evaluates it; a function found there is called.</summary>
    public abstract Value Evaluate(RenderContext context);

    /// <summary>Evaluates it; a function found there is the value.</summary>
    public virtual Value Resolve(RenderContext context) => Evaluate(context);

    /// <summary>The span of an argument of this call.</summary>
    public virtual TextSpan ArgumentSpan(int index) => Span;

    /// <summary>Assigns a value; only where <see cref="IsAssignable"/>.</summary>
    public virtual void Assign(RenderContext context, in Value value) => throw new UnreachableException();
}
