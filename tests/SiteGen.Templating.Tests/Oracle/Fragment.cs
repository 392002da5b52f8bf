using System.Collections.Immutable;
using System.Text;

namespace SiteGen.Templating.Tests.Oracle;

/// <summary>What may become of a part of a template when a failing one is made smaller.</summary>
internal enum FragmentKind
{
    /// <summary>Text that stays as it is.</summary>
    Fixed,

    /// <summary>A list; each of its parts can be removed.</summary>
    List,

    /// <summary>A statement with what ends it; can be replaced by a statement or a list inside it.</summary>
    Statement,

    /// <summary>A value; can be replaced by a literal or by a value inside it.</summary>
    Expression,

    /// <summary>The end of a statement, perhaps with text outside code; can become a semicolon.</summary>
    Separator,
}

/// <summary>A part of a generated template.</summary>
internal sealed record Fragment(FragmentKind Kind, ImmutableArray<Fragment> Parts, string Text)
{
    public static implicit operator Fragment(string text) => new(FragmentKind.Fixed, [], text);

    public static Fragment List(IEnumerable<Fragment> parts) => new(FragmentKind.List, [.. parts], "");

    public static Fragment Statement(params ReadOnlySpan<Fragment> parts) => new(FragmentKind.Statement, [.. parts], "");

    public static Fragment Expression(params ReadOnlySpan<Fragment> parts) => new(FragmentKind.Expression, [.. parts], "");

    public static Fragment Separator(string text) => new(FragmentKind.Separator, [], text);

    public override string ToString()
    {
        var text = new StringBuilder();
        WriteTo(text);
        return text.ToString();
    }

    /// <summary>This part and all inside it, outermost first.</summary>
    public IEnumerable<Fragment> All() => Parts.SelectMany(part => part.All()).Prepend(this);

    private void WriteTo(StringBuilder text)
    {
        text.Append(Text);
        foreach (var part in Parts)
        {
            part.WriteTo(text);
        }
    }
}
