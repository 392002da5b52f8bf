using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rules.Silencing;

/// <summary>The warnings that are known and accepted: they are counted and neither shown nor a reason for failure.</summary>
/// <remarks>
/// A text file with one line for each: code, file, and the text of the line, so that it stays valid when lines are added above
/// and when a message is worded better. Errors are never in it.
/// </remarks>
[DebuggerDisplay("{_known.Count} lines")]
public sealed class Baseline
{
    private const string FirstLine = "# sitegen baseline 1";

    private readonly ImmutableDictionary<string, int> _known;

    private Baseline(ImmutableDictionary<string, int> known) => _known = known;

    /// <summary>No warning is known.</summary>
    public static Baseline Empty { get; } = new(ImmutableDictionary.Create<string, int>(StringComparer.Ordinal));

    /// <summary>Every warning is known: for writing a baseline.</summary>
    public static Baseline OfAll { get; } = new(Empty._known);

    /// <summary>Reads a file; null when it is not a baseline.</summary>
    public static Baseline? Parse(ReadOnlySpan<byte> utf8)
    {
        var lines = Encoding.UTF8.GetString(utf8).TrimStart('\uFEFF').Split('\n');
        if (!lines[0].StartsWith(FirstLine, StringComparison.Ordinal))
        {
            return null;
        }

        var known = lines.Skip(1).Select(line => line.TrimEnd()).Where(line => line.Length > 0);
        return new Baseline(known.GroupBy(line => line, StringComparer.Ordinal)
            .ToImmutableDictionary(line => line.Key, line => line.Count(), StringComparer.Ordinal));
    }

    /// <summary>The file for warnings.</summary>
    public static byte[] ToUtf8(IEnumerable<Diagnostic> warnings)
    {
        var text = new StringBuilder(FirstLine).Append(": the warnings that are known; delete a line when it is fixed\n");
        foreach (var line in warnings.Select(LineOf).Order(StringComparer.Ordinal))
        {
            text.Append(line).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Separates known warnings from other problems.</summary>
    public SortedDiagnostics Sort(ImmutableArray<Diagnostic> problems)
    {
        if (_known.IsEmpty && this != OfAll)
        {
            return new SortedDiagnostics(problems, [], 0);
        }

        var left = _known.ToBuilder();
        var known = problems.Where(problem => problem.Severity == DiagnosticSeverity.Warning && Takes(problem)).ToHashSet();
        return new SortedDiagnostics([.. problems.Where(problem => !known.Contains(problem))], [.. known], left.Values.Sum());

        bool Takes(Diagnostic problem)
        {
            var line = LineOf(problem);
            var count = left.GetValueOrDefault(line);
            left[line] = Math.Max(count - 1, 0);
            return this == OfAll || count > 0;
        }
    }

    private static string LineOf(Diagnostic problem)
    {
        var about = problem.LineText.AsSpan().Trim().Length > 0 ? problem.LineText.Trim() : problem.Message;
        return VisibleText.OneLine($"{problem.Rule.Code} {problem.Path}: {about}").TrimEnd();
    }
}

/// <summary>Problems in display order, without those that a baseline knows.</summary>
/// <param name="Shown">The problems that are not known.</param>
/// <param name="Known">The warnings that are known.</param>
/// <param name="Fixed">The number of baseline lines without a matching warning.</param>
public sealed record SortedDiagnostics(ImmutableArray<Diagnostic> Shown, ImmutableArray<Diagnostic> Known, int Fixed);
