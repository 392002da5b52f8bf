using System.Globalization;
using System.Text;
using SiteGen.Pipeline.Localization;

namespace SiteGen.Pipeline.Markdown.Typography;

/// <summary>Replaces typewriter quotes, dashes and dots by typographic ones, in one run of text.</summary>
/// <remarks>
/// The run may hold code and other pieces that stay unchanged; they are part of it because a quote's neighbours tell
/// whether it opens or closes. An instance keeps the state of one run.
/// </remarks>
internal sealed class Typographer(string flow, QuoteMarks marks)
{
    private static readonly string[] s_clipped = ["tis", "twas", "em", "til", "cause", "n", "round", "bout"];

    // Only a quote before the last possible closing quote can open; searching again for each would be quadratic.
    private readonly int _lastCloser = LastCloser(flow);
    private bool _isOpen;
    private bool _isInnerOpen;

    /// <summary>Whether there is anything to replace.</summary>
    public static bool HasWork(ReadOnlySpan<char> text) =>
        text.IndexOfAny('"', '\'') >= 0 || text.IndexOf("--") >= 0 || text.IndexOf("...") >= 0;

    /// <summary>Replaces all of a text.</summary>
    public static string Set(string text, QuoteMarks marks) => HasWork(text) ? new Typographer(text, marks).Set(0, text.Length) : text;

    /// <summary>The replacement of one piece of the run; call it for the pieces in order.</summary>
    public string Set(int start, int end)
    {
        var output = new StringBuilder(end - start + 8);
        for (var i = start; i < end;)
        {
            i += flow[i] switch
            {
                '"' => Add(output, Double(i)),
                '\'' => Add(output, Single(i)),
                '-' => Dashes(output, i, end),
                '.' => Dots(output, i, end),
                _ => Add(output, flow[i].ToString()),
            };
        }

        return output.ToString();
    }

    private static int Add(StringBuilder output, string text)
    {
        output.Append(text);
        return 1;
    }

    private char At(int index) => index >= 0 && index < flow.Length ? flow[index] : ' ';

    private string Double(int at)
    {
        if (MayOpen(at))
        {
            _isOpen = true;
            return marks.Open;
        }

        // 6" is a measure, and a quote between spaces belongs to no word.
        if (!_isOpen && (char.IsAsciiDigit(At(at - 1)) || char.IsWhiteSpace(At(at - 1))))
        {
            return "\"";
        }

        _isOpen = false;
        return marks.Close;
    }

    private string Single(int at)
    {
        var (before, behind) = (At(at - 1), At(at + 1));
        if (char.IsLetterOrDigit(before) && char.IsLetterOrDigit(behind))
        {
            return char.IsAsciiDigit(before) && char.IsAsciiDigit(behind) ? "'" : "’";
        }

        if (MayOpen(at))
        {
            if (IsClipped(at + 1) || _lastCloser <= at)
            {
                return "’";
            }

            _isInnerOpen = true;
            return marks.InnerOpen;
        }

        if (_isInnerOpen)
        {
            _isInnerOpen = false;
            return marks.InnerClose;
        }

        return char.IsAsciiDigit(before) || char.IsWhiteSpace(before) ? "'" : "’";
    }

    // The apostrophe of 'tis, 'em and '90s replaces letters; it opens no quotation.
    private bool IsClipped(int start)
    {
        var end = start;
        while (end < flow.Length && char.IsLetterOrDigit(flow[end]))
        {
            end++;
        }

        var word = flow[start..end];
        return (word is [>= '0' and <= '9', >= '0' and <= '9'] or [>= '0' and <= '9', >= '0' and <= '9', 's'])
            || Array.Exists(s_clipped, clipped => clipped.Equals(word, StringComparison.OrdinalIgnoreCase));
    }

    private bool MayOpen(int at)
    {
        var (before, behind) = (At(at - 1), At(at + 1));
        var isAfterOpener = char.IsWhiteSpace(before) || before is '"' or '\'' or '/' or '<' or '='
            || char.GetUnicodeCategory(before)
                is UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.DashPunctuation;
        return !char.IsWhiteSpace(behind) && isAfterOpener
            && !(before is '"' or '\'' && (behind is '"' or '\'' ? _isOpen || _isInnerOpen : !char.IsLetterOrDigit(behind)));
    }

    private int Dashes(StringBuilder output, int at, int end)
    {
        var count = Run(at, end);
        var (before, behind) = (At(at - 1), At(at + count));
        // '--help' is an option, '-->' an arrow.
        var isText = behind == '>' || before == '<' || (char.IsWhiteSpace(before) && char.IsLetterOrDigit(behind));
        output.Append(count == 2 && !isText ? "–" : count == 3 && !isText ? "—" : new string('-', count));
        return count;
    }

    private int Dots(StringBuilder output, int at, int end)
    {
        var count = Run(at, end);
        var isPath = At(at - 1) is '/' or '\\' || At(at + count) is '/' or '\\';
        output.Append(count == 3 && !isPath ? "…" : new string('.', count));
        return count;
    }

    private int Run(int at, int end)
    {
        var last = at;
        while (last < end && flow[last] == flow[at])
        {
            last++;
        }

        return last - at;
    }

    private static int LastCloser(string flow)
    {
        for (var i = flow.Length - 1; i > 0; i--)
        {
            if (flow[i] == '\'' && !char.IsWhiteSpace(flow[i - 1]) && (i + 1 == flow.Length || !char.IsLetterOrDigit(flow[i + 1])))
            {
                return i;
            }
        }

        return -1;
    }
}
