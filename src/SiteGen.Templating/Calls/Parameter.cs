using SiteGen.Templating.Values;

namespace SiteGen.Templating.Calls;

/// <summary>What an argument is converted to.</summary>
public enum ParameterKind
{
    /// <summary>Any value, unchanged.</summary>
    Any,

    /// <summary>The text form of any value; null stays null.</summary>
    Text,

    /// <summary>Text that must not be null.</summary>
    RequiredText,

    /// <summary>A whole number; numeric text is accepted, null is 0.</summary>
    Integer,

    /// <summary>A floating-point number; null is 0.</summary>
    Number,

    /// <summary>A boolean; any value converts, by the rules of conditions.</summary>
    Bool,

    /// <summary>A list, or a text as its characters; null stays null.</summary>
    List,

    /// <summary>A date; null stays null.</summary>
    Date,

    /// <summary>A function.</summary>
    Function,

    /// <summary>Any further arguments, unchanged.</summary>
    Rest,
}

/// <summary>One parameter of a function.</summary>
/// <param name="Name">The name, for named arguments.</param>
/// <param name="Kind">What an argument is converted to.</param>
public sealed record Parameter(string Name, ParameterKind Kind)
{
    /// <summary>Whether it may be omitted.</summary>
    public bool IsOptional { get; private init; }

    /// <summary>The value of an optional parameter that is omitted.</summary>
    public Value Default { get; private init; }

    /// <summary>The same parameter, optional and null by default.</summary>
    public Parameter Optional() => this with { IsOptional = true };

    /// <summary>The same parameter, optional with a default value.</summary>
    public Parameter Or(Value value) => this with { IsOptional = true, Default = value };

    /// <summary>A parameter that takes any value.</summary>
    public static Parameter Any(string name) => new(name, ParameterKind.Any);

    /// <summary>A parameter that takes text.</summary>
    public static Parameter Text(string name) => new(name, ParameterKind.Text);

    /// <summary>A parameter that takes text and rejects null.</summary>
    public static Parameter RequiredText(string name) => new(name, ParameterKind.RequiredText);

    /// <summary>A parameter that takes a whole number.</summary>
    public static Parameter Integer(string name) => new(name, ParameterKind.Integer);

    /// <summary>A parameter that takes a floating-point number.</summary>
    public static Parameter Number(string name) => new(name, ParameterKind.Number);

    /// <summary>A parameter that takes a boolean.</summary>
    public static Parameter Bool(string name) => new(name, ParameterKind.Bool);

    /// <summary>A parameter that takes a list.</summary>
    public static Parameter List(string name) => new(name, ParameterKind.List);

    /// <summary>A parameter that takes a date.</summary>
    public static Parameter Date(string name) => new(name, ParameterKind.Date);

    /// <summary>A parameter that takes a function.</summary>
    public static Parameter Function(string name) => new(name, ParameterKind.Function);

    /// <summary>A parameter that takes all further arguments.</summary>
    public static Parameter Rest(string name) => new(name, ParameterKind.Rest);
}
