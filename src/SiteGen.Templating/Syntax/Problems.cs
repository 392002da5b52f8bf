using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Templating.Syntax;

/// <summary>The problems found while one template is parsed.</summary>
/// <remarks>After one problem the rest of its statement is silent, so that one mistake is reported once.</remarks>
internal sealed class Problems(SourceText source)
{
    // A file that is not a template at all must not give thousands of messages.
    private const int Most = 25;

    private readonly ImmutableArray<Diagnostic>.Builder _found = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>Whether the statement at hand has a problem already.</summary>
    public bool IsSilent { get; private set; }

    public int Count => _found.Count;

    public ImmutableArray<Diagnostic> Found => _found.ToImmutable();

    public void Report(DiagnosticRule rule, TextSpan span, string message, string? hint)
    {
        if (!IsSilent && _found.Count < Most)
        {
            _found.Add(source.Report(rule, span, message, hint));
        }

        IsSilent = true;
    }

    /// <summary>The next statement may report again.</summary>
    public void Resume() => IsSilent = false;
}
