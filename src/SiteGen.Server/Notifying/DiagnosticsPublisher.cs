using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Server.Notifying;

/// <summary>Publishes problems: all of them to the browsers, only what is new or fixed to the terminal.</summary>
internal sealed class DiagnosticsPublisher(ConnectedClients browsers, Action<PreviewReport> report)
{
    private readonly Lock _gate = new();
    private Dictionary<string, Diagnostic> _published = new(StringComparer.Ordinal);
    private EventMessage _message = EventMessage.Problems([]);

    /// <summary>The message with the current problems, for browsers that connect.</summary>
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

    /// <summary>Publishes problems, each once.</summary>
    /// <param name="problems">The problems known now.</param>
    /// <param name="isComplete">Whether these are all; only then do missing ones count as fixed.</param>
    /// <returns>Whether anything was new or fixed.</returns>
    public bool Show(ImmutableArray<Diagnostic> problems, bool isComplete)
    {
        var now = problems.DistinctBy(problem => problem.ToText()).ToDictionary(problem => problem.ToText(), StringComparer.Ordinal);
        ImmutableArray<Diagnostic> fresh;
        int fixedCount;
        EventMessage? message = null;
        lock (_gate)
        {
            fresh = [.. now.Where(pair => !_published.ContainsKey(pair.Key)).Select(pair => pair.Value)];
            fixedCount = isComplete
                ? _published.Count(pair => !now.ContainsKey(pair.Key) && pair.Value.Severity != DiagnosticSeverity.Note)
                : 0;
            foreach (var (text, problem) in isComplete ? [] : _published)
            {
                now.TryAdd(text, problem);
            }

            _published = now;
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
