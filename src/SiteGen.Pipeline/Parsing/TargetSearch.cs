using System.Text;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Finds where the targets of a text's links and pictures stand in its source.</summary>
/// <remarks>
/// The converter does not keep locations. Each search continues after the last match of the same text, so that repeated
/// targets get their own locations; links that share a reference definition get that of the definition.
/// </remarks>
internal sealed class TargetSearch(SourceText source, int bodyStart)
{
    private Dictionary<string, int>? _last;

    /// <summary>The span of the first of these texts that the source has, as it is or percent-encoded; else an empty one.</summary>
    public TextSpan Find(params ReadOnlySpan<string> written)
    {
        foreach (var text in written)
        {
            if (Find(text, out var span) || (UrlPath.Encode(text) is var encoded && encoded != text && Find(encoded, out span)))
            {
                return span;
            }
        }

        return new TextSpan(bodyStart, 0);
    }

    private bool Find(string text, out TextSpan span)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        _last ??= new Dictionary<string, int>(StringComparer.Ordinal);
        var from = _last.TryGetValue(text, out var last) ? last + 1 : bodyStart;
        var found = bytes.Length == 0 ? -1 : source.Bytes.Span[from..].IndexOf(bytes);
        var start = found >= 0 ? from + found : _last.GetValueOrDefault(text, -1);
        span = new TextSpan(Math.Max(start, 0), bytes.Length);
        if (start >= 0)
        {
            _last[text] = start;
        }

        return start >= 0;
    }
}
