using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Templating.Binding;

/// <summary>The problems found while one template is parsed.</summary>
/// <remarks>After one problem the rest of its statement is silent, so that one mistake is reported once.</remarks>
internal sealed class Problems(SourceText source)
{
    // A file that is not a template at all must not give thousands of messages.
    public const int Most = 25;

    private readonly ImmutableArray<Diagnostic>.Builder _found = ImmutableArray.CreateBuilder<Diagnostic>();
    private bool _isSilent;

    public int Count => _found.Count;

    public ImmutableArray<Diagnostic> Found => _found.ToImmutable();

    public void Report(DiagnosticMessage message, TextSpan span)
    {
        if (!_isSilent && _found.Count < Most)
        {
            _found.Add(source.Report(message, span));
        }

        _isSilent = true;
    }

    /// <summary>The next statement may report again.</summary>
    public void Resume() => _isSilent = false;
}
