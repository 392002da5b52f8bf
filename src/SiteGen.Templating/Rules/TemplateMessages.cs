using SiteGen.Text;

namespace SiteGen.Templating.Rules;

/// <summary>The messages about templates that cannot be rendered. Parts of a template are passed as its source text.</summary>
internal static class TemplateMessages
{
    private const string NoArgumentsHint = "$ is known in functions and included templates";
    private const string EndlessHint = "is there a loop without end?";

    public static DiagnosticMessage UnknownVariable(string name, string? suggestion) =>
        new(TemplateRules.UnknownVariable, $"there is no variable '{name}'", DidYouMean(suggestion));

    public static DiagnosticMessage UnknownLocal(string name) => new(
        TemplateRules.UnknownVariable,
        $"there is no variable '${name}'",
        "a $name is known only in the page, include or function that sets it");

    public static DiagnosticMessage NoArgumentsHere() =>
        new(TemplateRules.UnknownVariable, "there are no arguments '$' here", NoArgumentsHint);

    public static DiagnosticMessage NullArguments() =>
        new(TemplateRules.NullMember, "'$' is null here: there are no arguments", NoArgumentsHint);

    public static DiagnosticMessage NullIndex(string code) => new(TemplateRules.NullMember, $"the index '{code}' is null", null);

    public static DiagnosticMessage NullTarget(string code, string path, bool isMember) => new(
        TemplateRules.NullMember,
        $"'{code}' is null, so '{path}' cannot be reached",
        isMember ? "write ?. to get null instead" : null);

    public static DiagnosticMessage OutsideLoop(string keyword) =>
        new(TemplateRules.OutsideLoop, $"'{keyword}' stands outside a loop", null);

    public static DiagnosticMessage MemberOutsideLoop(string kind, string member) =>
        new(TemplateRules.NullMember, $"'{kind}.{member}' stands outside a '{kind}' loop", null);

    public static DiagnosticMessage UnknownMember(string owner, string name, string hint) =>
        new(TemplateRules.UnknownMember, $"{owner} has no '{name}'", hint);

    public static DiagnosticMessage ReadOnlyVariable(string name) =>
        new(TemplateRules.ReadOnly, $"'{name}' is readonly", "give the new value another name");

    public static DiagnosticMessage ReadOnlyMember(string code, string type) =>
        new(TemplateRules.ReadOnly, $"'{code}' is readonly: {type} of the site cannot be changed", null);

    public static DiagnosticMessage ReadOnlyItem(string type) =>
        new(TemplateRules.ReadOnly, $"an item of {type} cannot be set here", null);

    public static DiagnosticMessage UnknownTemplate(string name, string? suggestion) =>
        new(TemplateRules.UnknownTemplate, $"there is no template '{name}'", DidYouMean(suggestion));

    public static DiagnosticMessage NotAFunction(string code, string type, string? hint) =>
        new(TemplateRules.NotAFunction, $"'{code}' is {type}, not a function", hint);

    public static DiagnosticMessage UnknownFunction(string code, string? hint) =>
        new(TemplateRules.UnknownFunction, $"there is no function '{code}'", hint);

    public static DiagnosticMessage UnknownParameter(string function, string name, string? suggestion) =>
        new(TemplateRules.WrongArguments, $"'{function}' has no parameter '{name}'", DidYouMean(suggestion));

    public static DiagnosticMessage WrongArgumentCount(string function, string count, string noun, int given, string? hint) => new(
        TemplateRules.WrongArguments, FormattableString.Invariant($"'{function}' takes {count} {noun} and gets {given}"), hint);

    public static DiagnosticMessage UnknownLoopOption(string name) => new(
        TemplateRules.WrongArguments,
        $"a loop has no option '{name}'",
        "the options are offset, limit and reversed; cols in tablerow");

    public static DiagnosticMessage LoopOptionNotNumber(string code, string type) =>
        new(TemplateRules.WrongValue, $"'{code}' is {type}, not a number", null);

    public static DiagnosticMessage NotIterable(string code, string type) =>
        new(TemplateRules.WrongValue, $"'{code}' is {type}; a loop runs over lists, ranges, texts and objects", null);

    public static DiagnosticMessage NoItems(string type) =>
        new(TemplateRules.WrongValue, $"{type} has no items", null);

    public static DiagnosticMessage NotAnIndex(string type) =>
        new(TemplateRules.WrongValue, $"an index is a whole number, not {type}", null);

    public static DiagnosticMessage WrapWithoutBlock(string code) => new(
        TemplateRules.WrongValue,
        $"wrap takes a function with a block, and '{code}' has none",
        "define it with func and place the block with $$");

    public static DiagnosticMessage NotAnObject(string keyword, string code, string type) =>
        new(TemplateRules.WrongValue, $"{keyword} takes an object, and '{code}' is {type}", null);

    public static DiagnosticMessage BadOperand(string sign, string type, string code) =>
        new(TemplateRules.BadOperands, $"'{sign}' does not apply to {type}: {code}", null);

    public static DiagnosticMessage BadOperands(string sign, string left, string right) =>
        new(TemplateRules.BadOperands, $"'{sign}' does not apply to {left} and {right}", null);

    public static DiagnosticMessage BadListOperands(string sign, string left, string right) =>
        BadOperands(sign, left, right) with { Hint = "make a list of one with [ ] to append it" };

    public static DiagnosticMessage NotWhole(string sign, string type) =>
        new(TemplateRules.BadOperands, $"'{sign}' takes whole numbers, not {type}", null);

    public static DiagnosticMessage IncrementOfNonNumber(string code, string type) =>
        new(TemplateRules.BadOperands, $"'{code}' is {type}, not a number", null);

    public static DiagnosticMessage ByZero(string sign) => new(TemplateRules.BadOperands, $"'{sign}' by zero", null);

    public static DiagnosticMessage ListByZero() => new(TemplateRules.BadOperands, "a list cannot be divided by zero", null);

    public static DiagnosticMessage DateOutOfRange() => new(TemplateRules.BadOperands, "the date is out of range", null);

    public static DiagnosticMessage ResultTooLarge(string sign) => Limit($"the result of '{sign}' is too large", null);

    public static DiagnosticMessage RangeTooLong(string count, long limit) =>
        Limit($"the range has {count} numbers, more than the limit of {limit}", null);

    public static DiagnosticMessage TextTooLong(long limit) => Limit($"the text would be longer than the limit of {limit}", null);

    public static DiagnosticMessage ListTooLong() => Limit($"the list would be too long", null);

    public static DiagnosticMessage TooManyArguments() => Limit($"more than 10000 arguments", null);

    public static DiagnosticMessage ValueTooDeep(int limit) => Limit(
        $"the value is nested deeper than {limit} levels",
        "print a member of it, such as its title or name; or does it contain itself?");

    public static DiagnosticMessage OutputTooLong(long limit) => Limit($"the page writes more than {limit} bytes", EndlessHint);

    public static DiagnosticMessage CallsTooDeep(int limit) =>
        Limit($"calls and includes are nested deeper than the limit of {limit}", "does it call or include itself?");

    public static DiagnosticMessage StackTooDeep() => Limit($"calls and expressions are nested too deeply", null);

    public static DiagnosticMessage TooManyIterations(int limit) => Limit($"the loops run more often than the limit of {limit}", null);

    public static DiagnosticMessage TooMuchWork(long limit) => Limit($"the page takes more than {limit} steps", EndlessHint);

    public static DiagnosticMessage RegexesTooSlow() => Limit($"the page's regular expressions take too long", null);

    public static DiagnosticMessage RegexTooSlow(string pattern, TimeSpan timeout) => Limit(
        $"the regular expression '{pattern}' takes too long: the timeout is {timeout.TotalMilliseconds} ms",
        "a repetition inside a repetition takes very long on texts that nearly match");

    public static DiagnosticMessage DangerousUrl(string text) => new(
        TemplateRules.DangerousUrl, $"'{text}' would run a script and is left out", "a link starts with http:, https:, mailto:, / or #");

    public static DiagnosticMessage DangerousStyle(string text) => new(
        TemplateRules.DangerousStyle,
        $"'{text}' could be more than one value of a style and is left out",
        "if it is meant, vouch for it with html.raw");

    private static DiagnosticMessage Limit(FormattableString text, string? hint) =>
        new(TemplateRules.LimitReached, FormattableString.Invariant(text), hint);

    private static string? DidYouMean(string? suggestion) => suggestion is null ? null : $"did you mean '{suggestion}'?";
}
