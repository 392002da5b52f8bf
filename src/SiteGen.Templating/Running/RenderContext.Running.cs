using System.Diagnostics.CodeAnalysis;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Running;

/// <content>What nodes and functions use during a render.</content>
public sealed partial class RenderContext
{
    private static readonly SourceText s_noSource = new("", default);

    private Random? _random;

    internal Variables Variables { get; }

    internal Budget Budget { get; }

    internal OutputWriter Output { get; }

    internal CallStack Stack { get; }

    /// <summary>The source of the current code.</summary>
    internal SourceText Source { get; set; }

    /// <summary>The location for problems without a more exact one.</summary>
    internal TextSpan CallSpan { get; set; }

    /// <summary>The current call, for the spans of its arguments.</summary>
    internal Expression? CallSite { get; set; }

    /// <summary>What <c>ret</c> returned last.</summary>
    internal Value Returned { get; set; }

    /// <summary>How dates are printed.</summary>
    internal string DatePattern { get; set; }

    /// <summary>The counters of <c>array.cycle</c>, by group.</summary>
    internal Dictionary<string, int>? Cycles { get; set; }

    /// <summary>Where a template that has syntax errors was included.</summary>
    internal (string Name, LinePosition Place)? BrokenInclude { get; private set; }

    /// <summary>The regular expressions in use.</summary>
    internal RegexCache Regexes { get; }

    /// <summary>Random numbers seeded by the page, so that every build gives the same output.</summary>
    internal Random Random => _random ??= new Random((int)Fingerprint.Compute(Source.Path).Low);

    internal FunctionTable Functions => _functions;

    /// <summary>The maximum length of a text created by a function.</summary>
    internal long TextLimit =>
        Options.TextLimit > 0 ? Options.TextLimit
        : Options.OutputLimit is > 0 and < int.MaxValue / 4 ? Options.OutputLimit
        : int.MaxValue / 4;

    private TextStyle Style => new(DatePattern, DateNames, TextLimit);

    [DoesNotReturn]
    internal Value Fail(DiagnosticRule rule, TextSpan span, string message, string? hint) => Fail(new(rule, message, hint), span);

    [DoesNotReturn]
    internal Value Fail(DiagnosticMessage message, TextSpan span) =>
        throw new TemplateFailure(WithIncludes(Source.Report(message, span)));

    /// <summary>The source text of a piece of code, for messages.</summary>
    internal string CodeOf(TextSpan span)
    {
        var text = System.Text.Encoding.UTF8.GetString(Source.Bytes.Span.Slice(span.Start, Math.Min(span.Length, 60)));
        return span.Length > 60 ? text + "…" : text;
    }

    /// <summary>The text form of a value.</summary>
    internal string TextOf(in Value value)
    {
        if (value.IsText)
        {
            return value.String;
        }

        if (value.IsNil || value.Kind == ValueKind.Empty)
        {
            return "";
        }

        var buffer = Output.Borrow();
        WriteText(buffer, value);
        var text = buffer.ToString();
        Output.Return(buffer);
        return text;
    }

    /// <summary>Writes the text form of a value.</summary>
    internal void WriteText(Utf8Buffer output, in Value value)
    {
        var start = output.Length;
        Check(ValueFormatter.Write(output, value, Style));
        if (!value.IsText)
        {
            // Formatting a large number takes time quadratic in its digits.
            var isLarge = value.Kind == ValueKind.Big;
            Budget.Spend(this, isLarge ? output.Length - start : (output.Length - start) >> 5);
        }
    }

    /// <summary>A value as JSON that is safe inside a script.</summary>
    internal string JsonOf(in Value value)
    {
        var buffer = Output.Borrow();
        Check(JsonFormatter.Write(this, buffer, value));
        var text = buffer.ToString();
        Output.Return(buffer);
        return text;
    }

    internal void CheckLength(long length)
    {
        if (length > TextLimit)
        {
            Fail(TemplateMessages.TextTooLong(TextLimit));
        }

        Budget.Spend(this, length >> 2);
    }

    /// <summary>Calls a function found where a value was expected, without arguments.</summary>
    internal Value CallBare(Expression site, Callable function) =>
        CallAt(site, function, new Arguments(Stack.Top, 0, Stack.NamedTop, 0));

    /// <summary>Calls a function for another one, such as the sorter of a list.</summary>
    internal Value Invoke(Callable function, params ReadOnlySpan<Value> values)
    {
        var top = Stack.Top;
        foreach (ref readonly var value in values)
        {
            Stack.Push(value);
        }

        var (site, span) = (CallSite, CallSpan);
        var result = function.Call(this, new Arguments(top, values.Length, Stack.NamedTop, 0));
        (CallSite, CallSpan) = (site, span);
        Stack.Drop(top, Stack.NamedTop);
        return result;
    }

    /// <summary>Calls a function with arguments on the stack, and pops them.</summary>
    internal Value CallAt(Expression site, Callable function, in Arguments arguments)
    {
        var (outerSite, outerSpan) = (CallSite, CallSpan);
        (CallSite, CallSpan) = (site, site.NameSpan);
        Budget.Spend(this, 1);
        var result = function.Call(this, arguments);
        (CallSite, CallSpan) = (outerSite, outerSpan);
        Stack.Drop(arguments.Start, arguments.NamedStart);
        return result;
    }

    /// <summary>Finds a template to include; an unknown one stops the render.</summary>
    internal Template FindTemplate(string name)
    {
        _templatesRead.Add(name);
        var template = _templates.Find(name);
        if (template is null)
        {
            Fail(TemplateMessages.UnknownTemplate(name, _templates.Nearest(name)));
        }

        if (template.HasErrors)
        {
            BrokenInclude = (name, Source.Lines.PositionOf(CallSpan.Start));
            throw new TemplateFailure(null);
        }

        return template;
    }

    /// <summary>Runs an included template into the output, with the arguments of the call.</summary>
    internal void RunInclude(Template template, in Arguments arguments)
    {
        var (source, escapes, indent, span) = (Source, EscapesHtml, Output.Indent, CallSpan);
        Budget.Enter(this, CallSpan);
        _includes.Push((source, CallSpan));
        ref var frame = ref Stack.PushFrame(template.Locals);
        frame.Arguments = arguments;
        frame.HasArguments = true;
        frame.NamesAreLocals = true;
        for (var i = 0; i < arguments.NamedCount; i++)
        {
            var (name, value) = Stack.Named(arguments.NamedStart + i);
            if (template.Locals.Find(name) is var slot and >= 0)
            {
                Stack.Local(slot) = value;
            }
        }

        EscapesHtml = template.Options.EscapeHtml;
        RunPage(template);
        Stack.PopFrame();
        _includes.Pop();
        Budget.Leave();
        (Source, EscapesHtml, CallSpan) = (source, escapes, span);
        Output.SetIndent(indent);
    }

    /// <summary>Runs the statements of a page in the current frame and prints the value it returns.</summary>
    internal void RunPage(Template template)
    {
        Source = template.Source;
        if (template.Body.Render(this) == Flow.Return)
        {
            Output.Print(this, Returned, template.Options.EscapeHtml ? Escaping.OutputContext.Text : Escaping.OutputContext.Plain);
            Returned = default;
        }
    }

    private void Check(TextOutcome outcome)
    {
        switch (outcome)
        {
            case TextOutcome.TooDeep:
                Fail(TemplateMessages.ValueTooDeep(TextStyle.DepthLimit));
                break;
            case TextOutcome.TooLong:
                Fail(TemplateMessages.TextTooLong(TextLimit));
                break;
            case TextOutcome.NotText:
                FailArgument(0, FunctionMessages.FunctionAsJson());
                break;
        }
    }

    private Diagnostic WithIncludes(Diagnostic problem)
    {
        if (_includes.Count == 0)
        {
            return problem;
        }

        var notes = new List<DiagnosticNote>();
        foreach (var (source, span) in _includes)
        {
            notes.Add(new DiagnosticNote(source.Path, source.Lines.PositionOf(span.Start), "included here"));
        }

        // Report a template that includes itself once, not at every level.
        return problem with { Notes = [.. notes.Distinct().Take(8)] };
    }
}
