using System.Collections;
using System.Globalization;
using System.Numerics;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Runtime.Accessors;
using Scriban.Syntax;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Tests.Oracle;

/// <summary>The package's evaluator, with what our engine does otherwise on purpose, where the package lets it be replaced.</summary>
/// <remarks>
/// A difference that is put in here excuses nothing: all the rest of a template is still compared. What cannot be put in is a row of
/// <see cref="IntendedDifferences"/>.
/// </remarks>
internal sealed class AdjustedContext() : TemplateContext(AdjustedFunctions.Create())
{
    // What the innermost case compares.
    private object? _subject;

    /// <summary>Evaluates a part of a template.</summary>
    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        var value = scriptNode switch
        {
            // The right side of ?? is evaluated only when it is needed.
            ScriptBinaryExpression { Operator: ScriptBinaryOperator.EmptyCoalescing } both => Evaluate(both.Left!) ?? Evaluate(both.Right!),
            ScriptBinaryExpression { Operator: ScriptBinaryOperator.NotEmptyCoalescing } both =>
                Evaluate(both.Left!) is null ? null : Evaluate(both.Right!),
            ScriptBinaryExpression { Operator: not (ScriptBinaryOperator.And or ScriptBinaryOperator.Or), OperatorToken: { } sign } both =>
                AdjustedOperators.Apply(this, sign.Span, both.Operator, Evaluate(both.Left!), Evaluate(both.Right!)),
            ScriptAssignExpression { EqualToken.TokenType: not TokenType.Equal } change => Change(change),
            ScriptCaptureStatement capture => Capture(capture),
            ScriptCaseStatement inner => Case(inner),
            ScriptObjectInitializerExpression literal => Object(literal),
            ScriptInterpolatedStringExpression text => Text(text),

            // A function is a value as others are, which a statement prints.
            ScriptExpressionStatement { Expression: { } expression } => Evaluate(expression) switch
            {
                ScriptNode code and not ScriptFunction => Evaluate(code),
                var result => result,
            },
            _ => base.Evaluate(scriptNode, aliasReturnedFunction),
        };
        value = value switch
        {
            // Lists are made when they are asked for, not when they are read.
            ScriptRange { Values: not List<object?> } range => Made(range, scriptNode),
            string text when IsWalked(scriptNode) => Characters(text),
            _ => value,
        };
        return scriptNode?.Parent is ScriptCaseStatement choice && choice.Value == scriptNode ? _subject = value
            : scriptNode?.Parent?.Parent is ScriptWhenStatement branch && branch.Values == scriptNode.Parent ? Match(branch, value)
            : value;
    }

    /// <summary>Whether a value is empty: <c>empty</c> is; a date, a duration and a function are not.</summary>
    public override object? IsEmpty(SourceSpan span, object? against) => against switch
    {
        EmptyScriptObject => true,
        DateTime or TimeSpan => false,
        _ => base.IsEmpty(span, against),
    };

    /// <summary>The items of a list; a character of a text is a text.</summary>
    public override IList? ToList(SourceSpan span, object? value) => value is string text ? Characters(text) : base.ToList(span, value);

    /// <summary>An argument as its parameter wants it. A character of a text is a text, and an object is no list of pairs.</summary>
    public override object? ToObject(SourceSpan span, object? value, Type destinationType) => (value, destinationType.Name) switch
    {
        (string text, nameof(IEnumerable)) => Characters(text),
        (ScriptObject, nameof(IEnumerable) or nameof(IList)) => throw new ScriptRuntimeException(span, "an object, not a list"),
        (IList list and not ScriptArray, nameof(IList)) => new ScriptArray(list),
        (BigInteger number, nameof(Decimal)) => (decimal)number,
        (KeyValuePair<string, object?> pair, _) => ToObject(span, Pair(pair), destinationType),
        _ => base.ToObject(span, value, destinationType),
    };

    /// <summary>A whole number; what has at most 64 bits is none too large.</summary>
    public override int ToInt(SourceSpan span, object? value)
    {
        // Far beyond any length, and far from what overflows.
        const int Most = 1_000_000_000;
        return value switch
        {
            long number => (int)Math.Clamp(number, -Most, Most),
            string text when long.TryParse(text, CultureInfo.InvariantCulture, out var number) => (int)Math.Clamp(number, -Most, Most),
            float number when Math.Abs(number) < 9.2e18f => (int)Math.Clamp(Math.Round(number), -Most, Most),
            double number when Math.Abs(number) < 9.2e18 => (int)Math.Clamp(Math.Round(number), -Most, Most),
            decimal number when Math.Abs(number) < 9.2e18m => (int)Math.Clamp(Math.Round(number), -Most, Most),
            _ => base.ToInt(span, value),
        };
    }

    /// <summary>The text of a value; a function of the template is written as any other.</summary>
    public override string? ObjectToString(object? value, bool nested = false) =>
        value is ScriptFunction ? "<function>" : base.ObjectToString(value, nested);

    /// <summary>The characters of a text, each a text.</summary>
    public static ScriptArray Characters(string text) => new(Enumerable.Range(0, text.Length).Select(at => CharacterItems.At(text, at)));

    /// <summary>Prints something elsewhere: a line that starts in it starts none here.</summary>
    public object? Apart(Func<object?> print)
    {
        var isLineStart = IsLineStart();
        ResetPreviousNewLine();
        var value = print();
        SetLineStart(isLineStart);
        return value;
    }

    /// <inheritdoc/>
    protected override IListAccessor? GetListAccessorImpl(object target, Type type) =>
        target is string ? new TextAccessor() : base.GetListAccessorImpl(target, type);

    // Whether the package takes the characters of a text here.
    private static bool IsWalked(ScriptNode? node) =>
        (node?.Parent is ScriptForStatement loop && loop.Iterator == node)
        || node is ScriptUnaryExpression { Operator: ScriptUnaryOperator.FunctionParametersExpand, Parent.Parent: ScriptFunctionCall };

    private static ScriptObject Pair(KeyValuePair<string, object?> pair) => new() { ["key"] = pair.Key, ["value"] = pair.Value };

    private object? Case(ScriptCaseStatement choice)
    {
        var outer = _subject;
        var value = base.Evaluate(choice, false);
        _subject = outer;
        return value;
    }

    // A case compares as == does: what is equal gives the subject itself, which is equal in the package too.
    private object? Match(ScriptWhenStatement branch, object? value) =>
        AdjustedOperators.Apply(this, branch.Span, ScriptBinaryOperator.CompareEqual, _subject, value) is true ? _subject
        : _subject is null ? false
        : null;

    // Only a range is of the type iterator; a list that a function makes is an array.
    private static object Made(ScriptRange range, ScriptNode? node)
    {
        var items = new List<object?>();
        foreach (var item in range.Values)
        {
            items.Add(item);
        }

        var isRange = node is ScriptBinaryExpression { Operator: ScriptBinaryOperator.RangeInclude or ScriptBinaryOperator.RangeExclude };
        return isRange ? new ScriptRange(items) : new ScriptArray(items);
    }

    private object? Change(ScriptAssignExpression change)
    {
        var right = Evaluate(change.Value!);
        var value = AdjustedOperators.Apply(this, change.Span, AdjustedOperators.Of(change), Evaluate(change.Target!), right);
        SetValue(change.Target!, value is ScriptRange range ? Made(range, change) : value);
        return null;
    }

    // What is captured is a text.
    private object? Capture(ScriptCaptureStatement capture) => Apart(() =>
    {
        var isDone = false;
        PushOutput();
        try
        {
            Evaluate(capture.Body!);
            isDone = true;
        }
        finally
        {
            var text = PopOutput().ToString();
            if (isDone)
            {
                SetValue(capture.Target!, text);
            }
        }

        return null;
    });

    private bool IsLineStart()
    {
        var indent = CurrentIndent;
        CurrentIndent = " ";
        PushOutput();
        Write("x");
        CurrentIndent = indent;
        return PopOutput().ToString() == " x";
    }

    private void SetLineStart(bool isLineStart)
    {
        var indent = CurrentIndent;
        CurrentIndent = null;
        PushOutput();
        Write(isLineStart ? "\n" : "x");
        _ = PopOutput();
        CurrentIndent = indent;
    }

    // An object literal is not the object that its values assign to.
    private ScriptObject Object(ScriptObjectInitializerExpression literal)
    {
        var made = new ScriptObject();
        foreach (var member in literal.Members)
        {
            var name = (member.Name as ScriptVariable)?.Name ?? (string)((ScriptLiteral)member.Name!).Value!;
            made.SetValue(name, Evaluate(member.Value!), readOnly: false);
        }

        return made;
    }

    // A value in a text is written as it is everywhere else.
    private string Text(ScriptInterpolatedStringExpression text) =>
        string.Concat(text.Parts.Select(part => ObjectToString(Evaluate(part))));

    // A character beyond the end is null, as an item is.
    private sealed class TextAccessor : IListAccessor
    {
        public int GetLength(TemplateContext context, SourceSpan span, object target) => ((string)target).Length;

        public object? GetValue(TemplateContext context, SourceSpan span, object target, int index) =>
            index < ((string)target).Length ? CharacterItems.At((string)target, index) : null;

        public void SetValue(TemplateContext context, SourceSpan span, object target, int index, object? value) =>
            StringAccessor.Default.SetValue(context, span, target, index, value);
    }
}
