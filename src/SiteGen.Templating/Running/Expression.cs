using System.Diagnostics;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Running;

/// <summary>A piece of code that has a value.</summary>
internal abstract record Expression(TextSpan Span)
{
    /// <summary>Whether it can stand left of an assignment.</summary>
    public virtual bool IsAssignable => false;

    /// <summary>What a problem with a call of it points at.</summary>
    public virtual TextSpan NameSpan => Span;

    /// <summary>Its value; a function found there is called.</summary>
    public abstract Value Evaluate(RenderContext context);

    /// <summary>Its value; a function found there is the value.</summary>
    public virtual Value Resolve(RenderContext context) => Evaluate(context);

    /// <summary>Where an argument of this call stands.</summary>
    public virtual TextSpan ArgumentSpan(int index) => Span;

    /// <summary>Assigns a value; only where <see cref="IsAssignable"/>.</summary>
    public virtual void Assign(RenderContext context, in Value value) => throw new UnreachableException();
}
