using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Templating.Rules;

/// <summary>Every kind of problem a template can have.</summary>
public static class TemplateRules
{
    /// <summary>Something stands where the language expects something else.</summary>
    public static readonly DiagnosticRule UnexpectedToken = DiagnosticRule.Error(
        "SG3001", "unexpected-token",
        "Something stands where the template language expects something else.",
        "Look at the place that is named and at the word before it: an operator, a bracket or '}}' is most often missing there.");

    /// <summary>A block, text or comment is opened and not closed.</summary>
    public static readonly DiagnosticRule Unclosed = DiagnosticRule.Error(
        "SG3002", "unclosed",
        "Something is opened and never closed.",
        "Close what is opened at the place that is named: '{{ end }}' for a block, a quotation mark for a text.");

    /// <summary>An <c>end</c>, <c>else</c> or <c>when</c> without what it belongs to.</summary>
    public static readonly DiagnosticRule StrayKeyword = DiagnosticRule.Error(
        "SG3003", "stray-keyword",
        "A keyword stands outside the statement it belongs to.",
        "Delete the word, or write what it belongs to before it.");

    /// <summary>A number, text or escape is malformed.</summary>
    public static readonly DiagnosticRule BadLiteral = DiagnosticRule.Error(
        "SG3004", "bad-literal",
        "A number or text is malformed.",
        "Write the number or the text as the template reference shows.");

    /// <summary>Something is assigned that cannot be.</summary>
    public static readonly DiagnosticRule BadTarget = DiagnosticRule.Error(
        "SG3005", "bad-target",
        "Only variables, members and items can be assigned.",
        "Assign to a variable, to a member ('x.name') or to an item ('x[0]').");

    /// <summary>The loop object has no such member.</summary>
    public static readonly DiagnosticRule UnknownLoopMember = DiagnosticRule.Error(
        "SG3006", "unknown-loop-member",
        "The loop has no such member.",
        "Use one of the members that the hint lists, such as 'for.index' or 'for.last'.");

    /// <summary>Expressions or blocks are nested too deeply.</summary>
    public static readonly DiagnosticRule TooDeep = DiagnosticRule.Error(
        "SG3007", "nested-too-deeply",
        "Expressions or blocks are nested too deeply.",
        "Move the inner part into a file of its own and include it, or into a function.");

    /// <summary>A variable is not defined and the render is strict.</summary>
    public static readonly DiagnosticRule UnknownVariable = DiagnosticRule.Error(
        "SG3201", "unknown-variable",
        "A variable is not defined.",
        "Correct the name as the hint says, or assign the variable before you use it.");

    /// <summary>A member or item of null is asked for.</summary>
    public static readonly DiagnosticRule NullMember = DiagnosticRule.Error(
        "SG3202", "member-of-null",
        "A member of null is asked for.",
        "Write '?.' instead of '.', or ask with 'if' before whether there is a value.");

    /// <summary>Something is called that is not a function.</summary>
    public static readonly DiagnosticRule NotAFunction = DiagnosticRule.Error(
        "SG3203", "not-a-function",
        "Something that is not a function is called.",
        "Delete the arguments behind it, or correct the name: only functions take arguments.");

    /// <summary>A function of this name does not exist.</summary>
    public static readonly DiagnosticRule UnknownFunction = DiagnosticRule.Error(
        "SG3204", "unknown-function",
        "There is no function of this name.",
        "Correct the name as the hint says. The template reference lists all functions.");

    /// <summary>Too few, too many or unknown arguments.</summary>
    public static readonly DiagnosticRule WrongArguments = DiagnosticRule.Error(
        "SG3205", "wrong-arguments",
        "The arguments do not fit the function.",
        "Give the function as many arguments as the template reference shows. With '|', the value before it is the first.");

    /// <summary>A function cannot do what it is asked for.</summary>
    public static readonly DiagnosticRule FunctionFailed = DiagnosticRule.Error(
        "SG3206", "function-failed",
        "A function cannot work with its arguments.",
        "Look at the value that the message quotes: it is not one that the function can work with.");

    /// <summary>An operator does not apply to its operands.</summary>
    public static readonly DiagnosticRule BadOperands = DiagnosticRule.Error(
        "SG3207", "bad-operands",
        "An operator does not apply to these values.",
        "Convert one of the two values, for example with 'string.to_int', or write both as texts.");

    /// <summary>Something read-only is assigned.</summary>
    public static readonly DiagnosticRule ReadOnly = DiagnosticRule.Error(
        "SG3208", "read-only",
        "Something read-only is assigned.",
        "Assign to a name of your own: what the site says of itself cannot be changed by a template.");

    /// <summary>A statement got a value it cannot use.</summary>
    public static readonly DiagnosticRule WrongValue = DiagnosticRule.Error(
        "SG3209", "wrong-value",
        "A statement cannot work with this value.",
        "Give the statement a value of the kind that the message asks for.");

    /// <summary>A <c>break</c> or <c>continue</c> outside a loop.</summary>
    public static readonly DiagnosticRule OutsideLoop = DiagnosticRule.Error(
        "SG3210", "outside-loop",
        "break or continue stands outside a loop.",
        "Delete the word, or move it into the loop that it is meant to end. A function begins anew: it is outside.");

    /// <summary>An included template does not exist.</summary>
    public static readonly DiagnosticRule UnknownTemplate = DiagnosticRule.Error(
        "SG3211", "unknown-template",
        "There is no template of this name.",
        "Correct the name as the hint says; it is the path below the folder of templates, with its ending.");

    /// <summary>A limit that keeps pages from running away is reached.</summary>
    public static readonly DiagnosticRule LimitReached = DiagnosticRule.Error(
        "SG3301", "limit-reached",
        "A page exceeds a limit of the template engine.",
        "Look for a loop without an end or a template that includes itself. If the page is right, raise the limit under "
        + "'limits' in sitegen.yml.");

    /// <summary>A URL would run a script.</summary>
    public static readonly DiagnosticRule DangerousUrl = DiagnosticRule.Warning(
        "SG3302", "dangerous-url",
        "A URL that would run a script is left out.",
        "Write an address that begins with https://, or with / for a page of the site.");

    /// <summary>A value cannot stand in a style sheet.</summary>
    public static readonly DiagnosticRule DangerousStyle = DiagnosticRule.Warning(
        "SG3303", "dangerous-style",
        "A value that could break out of a style is left out.",
        "Write a plain value, such as a colour or a number with its unit, without ';', braces and quotation marks.");

    /// <summary>An object of the site has no member of this name.</summary>
    public static readonly DiagnosticRule UnknownMember = DiagnosticRule.Warning(
        "SG3304", "unknown-member",
        "A template asks an object of the site for a name that it does not have.",
        "Correct the name as the hint says. Values of your own stand under 'params'.");

    /// <summary>All rules, in the order of their codes.</summary>
    public static ImmutableArray<DiagnosticRule> All { get; } =
    [
        UnexpectedToken, Unclosed, StrayKeyword, BadLiteral, BadTarget, UnknownLoopMember, TooDeep,
        UnknownVariable, NullMember, NotAFunction, UnknownFunction, WrongArguments, FunctionFailed, BadOperands,
        ReadOnly, WrongValue, OutsideLoop, UnknownTemplate, LimitReached, DangerousUrl, DangerousStyle, UnknownMember,
    ];
}
