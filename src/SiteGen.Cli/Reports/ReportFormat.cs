using System.Buffers;
using System.Collections.Immutable;

namespace SiteGen.Cli.Reports;

/// <summary>A format in which <c>build</c> reports its problems.</summary>
/// <param name="Name">The value of <c>--format</c>.</param>
/// <param name="Write">Writes a report; null for the text that people read.</param>
/// <param name="IsLog">Whether the report is read in a log, among other lines, and not as a document.</param>
internal sealed record ReportFormat(string Name, Action<BuildReport, IBufferWriter<byte>>? Write, bool IsLog)
{
    /// <summary>The text that people read.</summary>
    public static ReportFormat Text { get; } = new("text", null, IsLog: true);

    /// <summary>One JSON document; in a preview, one JSON value on each line.</summary>
    public static ReportFormat Json { get; } = new("json", JsonReport.Write, IsLog: false);

    /// <summary>Every format; a new one is a line here and its writer.</summary>
    public static ImmutableArray<ReportFormat> All { get; } =
    [
        Text,
        Json,
        new("sarif", SarifReport.Write, IsLog: false),
        new("github", GitHubReport.Write, IsLog: true),
        new("gitlab", GitLabReport.Write, IsLog: false),
    ];

    /// <summary>The formats of a preview, which goes on and on.</summary>
    public static ImmutableArray<ReportFormat> OfPreviews { get; } = [Text, Json];
}
