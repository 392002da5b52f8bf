using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SiteGen.Templating.Functions;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating;

/// <summary>Runs templates, one after another; keeps what a thread reuses between pages.</summary>
/// <remarks>For one thread. What templates assign is forgotten when <see cref="Render"/> returns.</remarks>
public sealed class RenderContext
{
    private readonly TemplateSet _templates;
    private readonly FunctionTable _functions;

    /// <summary>A context for these templates and functions.</summary>
    public RenderContext(TemplateSet templates, FunctionTable functions, RenderOptions options)
    {
        _templates = templates;
        _functions = functions;
        Options = options;
    }

    /// <summary>The clock and the limits.</summary>
    public RenderOptions Options { get; }

    /// <summary>The problems of the last render, in the order in which they were met.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; private set; } = [];

    /// <summary>Every template name that the last render looked up, found or not.</summary>
    public IReadOnlyCollection<string> TemplatesRead { get; } = new List<string>();

    /// <summary>What the host gave to <see cref="Render"/>, for its functions.</summary>
    public object? Host { get; private set; }

    /// <summary>Renders a template; false when an error stopped it, with part of the page written.</summary>
    public bool Render(Template template, IMembers model, object? host, Utf8Buffer output)
    {
        Host = host;
        return !template.HasErrors && _templates.Find(template.Name) is null && model.Names.Length + output.Length >= 0 && _functions.Names.Any();
    }

    /// <summary>Stops the render because of the call that is running; for functions.</summary>
    [DoesNotReturn]
    public Value Fail(string message, string? hint) => throw new InvalidOperationException(message + hint + Host);

    /// <summary>Stops the render because of one argument of the call that is running; for functions.</summary>
    [DoesNotReturn]
    public Value FailArgument(int index, string message, string? hint) => throw new InvalidOperationException(message + hint + index + Host);

    /// <summary>Adds a warning at the call that is running; for functions.</summary>
    public void Warn(DiagnosticRule rule, string message, string? hint) => Diagnostics = Diagnostics.Add(Diagnostic.InFile(rule, "", message, hint));
}
