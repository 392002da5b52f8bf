using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SiteGen.Templating.Dates;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Running;

/// <summary>Renders templates one after another, and reuses buffers between pages.</summary>
/// <remarks>Not thread-safe. Assignments by templates are discarded when <see cref="Render"/> returns.</remarks>
public sealed partial class RenderContext
{
    private readonly TemplateSet _templates;
    private readonly FunctionTable _functions;
    private readonly HashSet<string> _templatesRead = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Stack<(SourceText Source, TextSpan Span)> _includes = new();

    /// <summary>A context for these templates and functions.</summary>
    public RenderContext(TemplateSet templates, FunctionTable functions, RenderOptions options)
    {
        _templates = templates;
        _functions = functions;
        Options = options;
        Variables = new Variables(functions);
        Budget = new Budget(options);
        Output = new OutputWriter(options);
        Stack = new CallStack();
        Regexes = new RegexCache(options.RegexTimeout);
        Source = s_noSource;
        DatePattern = options.DatePattern;
    }

    /// <summary>The clock and the limits.</summary>
    public RenderOptions Options { get; }

    /// <summary>The problems of the last render, in order of occurrence.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => [.. _diagnostics];

    /// <summary>Every template name that the last render looked up, found or not.</summary>
    public IReadOnlyCollection<string> TemplatesRead => _templatesRead;

    /// <summary>The host's object passed to <see cref="Render"/>, for its functions.</summary>
    public object? Host { get; private set; }

    /// <summary>The default language of dates, as a tag such as <c>de</c> or <c>pt-BR</c>; initially English.</summary>
    /// <remarks>Kept between renders.</remarks>
    public string Culture
    {
        get;
        set
        {
            field = value;
            DateNames = DateNames.For(value);
        }
    } = "en";

    internal DateNames DateNames { get; private set; } = DateNames.English;

    /// <summary>Whether the current code escapes HTML.</summary>
    public bool EscapesHtml { get; internal set; }

    /// <summary>Renders a template; false if an error stopped it after part of the page was written.</summary>
    /// <remarks>The model is not changed, unless it is an object that templates may change.</remarks>
    public bool Render(Template template, IMembers model, object? host, Utf8Buffer output)
    {
        Start(model, host, output);
        var start = output.Length;
        try
        {
            if (template.HasErrors)
            {
                return false;
            }

            EscapesHtml = template.Options.EscapeHtml;
            Stack.PushFrame(template.Locals);
            RunPage(template);
            return true;
        }
        catch (TemplateFailure failure)
        {
            if (failure.Problem is { } problem)
            {
                _diagnostics.Add(problem);
            }

            return false;
        }
        finally
        {
            Finish(output, start);
        }
    }

    /// <summary>Stops the render with an error at the current call; for functions.</summary>
    [DoesNotReturn]
    public Value Fail(string message, string? hint) => Fail(TemplateRules.FunctionFailed, CallSpan, message, hint);

    [DoesNotReturn]
    internal Value Fail(DiagnosticMessage message) => Fail(message, CallSpan);

    /// <summary>Stops the render with an error at one argument of the current call; for functions.</summary>
    [DoesNotReturn]
    public Value FailArgument(int index, string message, string? hint) =>
        Fail(TemplateRules.FunctionFailed, CallSite?.ArgumentSpan(index) ?? CallSpan, message, hint);

    /// <summary>Reports a problem at the current call and continues; for functions.</summary>
    public void Warn(DiagnosticRule rule, string message, string? hint) => Warn(rule, CallSpan, message, hint);

    /// <summary>Reports a problem at the current call and continues; for functions.</summary>
    public void Warn(DiagnosticMessage message) => Warn(message, CallSpan);

    [DoesNotReturn]
    internal Value FailArgument(int index, DiagnosticMessage message) => Fail(message, CallSite?.ArgumentSpan(index) ?? CallSpan);

    internal void Warn(DiagnosticRule rule, TextSpan span, string message, string? hint) => Warn(new(rule, message, hint), span);

    internal void Warn(DiagnosticMessage message, TextSpan span)
    {
        if (_diagnostics.Count < 100)
        {
            _diagnostics.Add(WithIncludes(Source.Report(message, span)));
        }
    }

    private void Start(IMembers model, object? host, Utf8Buffer output)
    {
        Host = host;
        _templatesRead.Clear();
        _diagnostics.Clear();
        _includes.Clear();
        Variables.Reset(model);
        Budget.Reset();
        Stack.Reset();
        Output.Reset(output);
        (CallSpan, CallSite, Returned, BrokenInclude) = (default, null, default, null);
        DatePattern = Options.DatePattern;
        Cycles?.Clear();
        Regexes.Reset();
        _random = null;
    }

    private void Finish(Utf8Buffer output, int start)
    {
        Output.Reset(output);
        Host = null;
        Source = s_noSource;
        if (Options.TextLimit > 0)
        {
            OutputTruncation.Apply(output, start, Options.TextLimit);
        }
    }
}
