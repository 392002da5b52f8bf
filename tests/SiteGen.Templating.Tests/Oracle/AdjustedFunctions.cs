using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using TextOrder = SiteGen.Templating.Library.TextOrder;

namespace SiteGen.Templating.Tests.Oracle;

/// <summary>The package's functions; those that do otherwise with us on purpose do it here too.</summary>
internal static class AdjustedFunctions
{
    private static readonly ImmutableArray<(string Group, string Name, IScriptCustomFunction Function)> s_all =
    [
        ("date", "now", Function(() => DateTime.SpecifyKind(ConformanceCase.Now.DateTime, DateTimeKind.Local))),
        ("date", "utc_now", Function(() => DateTime.SpecifyKind(ConformanceCase.Now.DateTime, DateTimeKind.Local))),
        ("date", "parse", Function(ParseDate)),
        ("date", "parse_to_string", Function(ParseDateToString)),
        ("array", "any", Function(Any)),
        ("array", "contains", Function(Contains)),
        ("array", "each", Function(Each)),
        ("array", "filter", Function(Filter)),
        ("array", "map", Function(Map)),
        ("array", "size", Function(Size)),
        ("array", "sort", Function(Sort)),
        ("array", "uniq", Function(Unique)),
        ("math", "divided_by", Function(DividedBy)),
        ("math", "minus", Operation(ScriptBinaryOperator.Subtract)),
        ("math", "modulo", Operation(ScriptBinaryOperator.Modulus)),
        ("math", "plus", Operation(ScriptBinaryOperator.Add)),
        ("math", "times", Operation(ScriptBinaryOperator.Multiply)),
        ("object", "eval", Function(Eval)),
        ("object", "eval_template", Function(EvalTemplate)),
        ("object", "format", Function(Format)),
        ("object", "keys", Function(Keys)),
        ("object", "values", Function(Values)),
        ("string", "truncatewords", Function(TruncateWords)),
    ];

    // A date written without an offset has none.
    private static readonly Regex s_offset = new(@"([+-]\d\d:?\d\d|[zZ])\s*$", RegexOptions.CultureInvariant);

    /// <summary>A new table of all functions.</summary>
    public static ScriptObject Create()
    {
        var table = new BuiltinFunctions();
        foreach (var (group, name, function) in s_all)
        {
            ((ScriptObject)table[group]!).SetValue(name, function, readOnly: true);
        }

        table.SetValue("date", new Dates((ScriptObject)table["date"]!), readOnly: true);
        return table;
    }

    // A text that is no date is an error, not the first day of the year 1; a time without a date is on the day that the clock is told.
    private static DateTime? ParseDate(TemplateContext context, string? text, string? pattern = null, string? culture = null)
    {
        var date = DateTimeFunctions.Parse(context, text, pattern, culture);
        if (date == default(DateTime))
        {
            throw new ScriptRuntimeException(context.CurrentSpan, "no date");
        }

        date = date?.Date == DateTime.Today ? ConformanceCase.Now.Date + (date - DateTime.Today) : date;
        return date is { } read && !s_offset.IsMatch(text!) ? DateTime.SpecifyKind(read, DateTimeKind.Unspecified) : date;
    }

    private static string? ParseDateToString(
        TemplateContext context, string? text, string? output_pattern = null, string? output_culture = null,
        string? input_pattern = null, string? input_culture = null) => ParseDate(context, text, input_pattern, input_culture) switch
        {
            null => null,
            { } date when date.Date == ConformanceCase.Now.Date => new DateTimeFunctions().ToString(
                date, output_pattern ?? DateTimeFunctions.DefaultFormat, CultureInfo.InvariantCulture),
            _ => DateTimeFunctions.ParseToString(context, text, output_pattern, output_culture, input_pattern, input_culture),
        };

    private static DynamicCustomFunction Operation(ScriptBinaryOperator sign) => Function(
        (TemplateContext context, SourceSpan span, object? value, object? with) =>
            AdjustedOperators.Apply(context, span, sign, value, with));

    private static DynamicCustomFunction Function(Delegate body) => DynamicCustomFunction.Create(body);

    // A number is the same as another of another kind, and a list as one with the same items.
    private static bool Contains(TemplateContext context, SourceSpan span, IEnumerable? list, object? item) =>
        list?.Cast<object?>().ToList().Exists(other => AdjustedOperators.AreSame(context, span, other, item)) is true;

    private static IEnumerable? Unique(TemplateContext context, SourceSpan span, IEnumerable? list)
    {
        if (list is null)
        {
            return null;
        }

        var unique = new List<object?>();
        unique.AddRange(list.Cast<object?>().Where(item => !Contains(context, span, unique, item)));
        return new ScriptArray(unique);
    }

    // What is not false is true, as in a condition.
    private static bool Any(TemplateContext context, SourceSpan span, IEnumerable? list, object? function, params object?[] args)
    {
        var test = Needed(function);
        return list?.Cast<object?>().ToList().Exists(item => context.ToBool(
            span, ScriptFunctionCall.Call(context, context.CurrentNode, test, new ScriptArray([item, .. args])))) is true;
    }

    private static IEnumerable? Each(TemplateContext context, SourceSpan span, IEnumerable? list, object? function) =>
        ArrayFunctions.Each(context, span, list, Needed(function));

    // The items stay as they are, whatever the function takes.
    private static IEnumerable? Filter(TemplateContext context, SourceSpan span, IEnumerable? list, object? function) =>
        Needed(function) is var test && list is null ? null : new ScriptRange(
            list.Cast<object?>().ToList().Where(item => ArrayFunctions.Filter(context, span, new[] { item }, test)!.Count > 0));

    // A function is wanted even where it would not be called.
    private static IScriptCustomFunction Needed(object? function) =>
        function as IScriptCustomFunction ?? throw new ArgumentException("a function is needed", nameof(function));

    // Texts are in the order of words, not of the numbers of their characters.
    private static IEnumerable Sort(TemplateContext context, SourceSpan span, IEnumerable? list, string? member = null)
    {
        var sorted = ArrayFunctions.Sort(context, span, list, member).Cast<object?>().ToList();
        var keys = string.IsNullOrEmpty(member)
            ? sorted
            : sorted.ConvertAll(item => member.Split('.').Aggregate(item, (part, name) => Member(context, span, part, name)));
        var order = Comparer<string?>.Create(CompareTexts);
        return new ScriptArray(keys.TrueForAll(key => key is null or string)
            ? sorted.Zip(keys).OrderBy(pair => (string?)pair.Second, order).Select(pair => pair.First)
            : sorted);
    }

    private static object? Member(TemplateContext context, SourceSpan span, object? item, string name) =>
        item is not null && context.GetMemberAccessor(item).TryGetValue(context, span, item, name, out var member) ? member : null;

    private static int CompareTexts(string? left, string? right) =>
        left is null || right is null ? string.CompareOrdinal(left, right) : TextOrder.Compare(left, right);

    // An object is one, not a list of pairs; a list has a size.
    private static IEnumerable Map(TemplateContext context, SourceSpan span, object? list, string? member)
    {
        var items = list is ScriptObject ? new[] { list }
            : member is null ? null
            : context.ToObject<IEnumerable>(span, list);
        return new ScriptRange((items ?? Array.Empty<object?>()).Cast<object?>().ToList().SelectMany(
            item => item is IList part && member == "size" ? [part.Count]
                : ArrayFunctions.Map(context, span, new[] { item }, member).Cast<object?>()));
    }

    // The members of an object are counted, though it is no list.
    private static int Size(TemplateContext context, SourceSpan span, object? list) => list is ScriptObject members
        ? members.Count
        : ArrayFunctions.Size(context, span, context.ToObject<IEnumerable>(span, list));

    // By a whole number of any size, the result is a whole number.
    private static object? DividedBy(TemplateContext context, SourceSpan span, object? value, object? divisor)
    {
        if (divisor is not (int or long))
        {
            return MathFunctions.DividedBy(context, span, context.ToObject<double>(span, value), divisor);
        }

        var by = Convert.ToInt64(divisor, CultureInfo.InvariantCulture);
        if (value is int or long || by == 0)
        {
            var quotient = BigInteger.DivRem(Convert.ToInt64(value, CultureInfo.InvariantCulture), by, out var rest);
            return (long)(rest.IsZero || rest.Sign == Math.Sign(by) ? quotient : quotient - 1);
        }

        var floor = Math.Floor(context.ToObject<double>(span, value) / by);
        return Math.Abs(floor) < 9e18 ? (long)floor : floor;
    }

    // Evaluated code gives the value of its last statement, and prints none.
    private static object? Eval(TemplateContext context, SourceSpan span, object? value)
    {
        var code = value is string text ? Template.Parse(text, lexerOptions: new LexerOptions { Mode = ScriptMode.ScriptOnly }) : null;
        if (code?.Page?.Body?.Statements is not { Count: > 1 } statements || code.HasErrors)
        {
            return ObjectFunctions.Eval(context, span, value);
        }

        object? result = null;
        foreach (var statement in statements)
        {
            result = context.Evaluate(statement);
        }

        return result;
    }

    // A line that starts in the text starts none outside.
    private static object? EvalTemplate(TemplateContext context, SourceSpan span, object? value) =>
        ((AdjustedContext)context).Apart(() => ObjectFunctions.EvalTemplate(context, span, value));

    // An object has one form.
    private static string? Format(TemplateContext context, SourceSpan span, object? value, string format, string? culture = null) =>
        value is ScriptObject ? context.ObjectToString(value) : ObjectFunctions.Format(context, span, value, format, culture);

    // Only an object has keys.
    private static ScriptArray Keys(TemplateContext context, object? value) =>
        value is ScriptObject ? ObjectFunctions.Keys(context, value) : [];

    private static ScriptArray Values(TemplateContext context, object? value) =>
        value is ScriptObject ? ObjectFunctions.Values(context, value) : [];

    // The ellipsis stands for words that are left out.
    private static string TruncateWords(string? text, int count, string? ellipsis = null)
    {
        var words = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return StringFunctions.Truncatewords(string.Join(' ', words), count, count < words.Length ? ellipsis : "");
    }

    // The function date is date.parse.
    private sealed class Dates : DateTimeFunctions
    {
        public Dates(ScriptObject members) => members.CopyTo(this);

        public override object? Invoke(
            TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
            arguments.Count is > 0 and <= 3
                ? ParseDate(context, Text(context, arguments[0]), Text(context, arguments[1]), Text(context, arguments[2]))
                : base.Invoke(context, callerContext, arguments, blockStatement);

        private static string? Text(TemplateContext context, object? value) => context.ObjectToString(value);
    }
}
