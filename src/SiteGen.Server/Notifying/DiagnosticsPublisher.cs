using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Server.Notifying;

/// <summary>What is wrong now: tells browsers all of it, and who runs the preview what is new and what is fixed.</summary>
internal sealed class DiagnosticsPublisher(ConnectedClients browsers, Action<PreviewReport> report)
{
    private readonly Lock _gate = new();
    private Dictionary<string, Diagnostic> _said = new(StringComparer.Ordinal);
    private EventMessage _message = EventMessage.Problems([]);

    /// <summary>What browsers are to be told.</summary>
    public EventMessage Message
    {
        get
        {
            lock (_gate)
            {
                return _message;
            }
        }
    }

    /// <summary>Shows problems, each once.</summary>
    /// <param name="problems">What is known to be wrong.</param>
    /// <param name="isComplete">Whether that is all: only then is what is missing fixed.</param>
    /// <returns>Whether there was anything to say.</returns>
    public bool Show(ImmutableArray<Diagnostic> problems, bool isComplete)
    {
        var now = new Dictionary<string, Diagnostic>(StringComparer.Ordinal);
        foreach (var problem in problems)
        {
            now[problem.ToText()] = problem;
        }

        ImmutableArray<Diagnostic> fresh;
        int fixedCount;
        EventMessage? message = null;
        lock (_gate)
        {
            fresh = [.. now.Where(pair => !_said.ContainsKey(pair.Key)).Select(pair => pair.Value)];
            fixedCount = isComplete ? _said.Count(pair => !now.ContainsKey(pair.Key) && pair.Value.Severity != DiagnosticSeverity.Note) : 0;
            foreach (var (text, problem) in isComplete ? [] : _said)
            {
                now.TryAdd(text, problem);
            }

            _said = now;
            var next = EventMessage.Problems(problems);
            if (!next.Bytes.Span.SequenceEqual(_message.Bytes.Span))
            {
                _message = message = next;
            }
        }

        if (message is not null)
        {
            browsers.Send(message);
        }

        if (fresh.Length == 0 && fixedCount == 0)
        {
            return false;
        }

        report(new PreviewReport.Problems(fresh, fixedCount, problems));
        return true;
    }
}
