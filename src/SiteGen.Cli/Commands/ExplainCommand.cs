using System.Buffers;
using System.Collections.Immutable;
using System.CommandLine;
using SiteGen.Cli.Reports;
using SiteGen.Cli.Terminal;
using SiteGen.Cli.Terminal.Help;
using SiteGen.Pipeline.Inspection;

namespace SiteGen.Cli.Commands;

/// <summary><c>sitegen explain</c>: why a page is as it is, why a post is not published, what a rule means.</summary>
internal static class ExplainCommand
{
    private static readonly ImmutableArray<CommandExample> s_examples =
    [
        new("sitegen explain /posts/hello/", "Say where each value of a page comes from, what it read, and what links to it"),
        new("sitegen explain posts/hello.md", "Say why a post is not published"),
        new("sitegen explain SG4001", "Say what a problem means and what to do about it"),
    ];

    // More of one kind are of use to programs only.
    private const int MostRows = 24;

    /// <summary>The command.</summary>
    public static Command Create(ConsoleReporter reporter, CancellationToken interrupted)
    {
        var subject = new Argument<string>("subject")
        {
            Description = "An address such as /posts/hello/, a file such as posts/hello.md, or a rule such as SG4001 or broken-link",
        };
        subject.Validators.Add(UsageProblem.RefuseEmpty);
        var json = new Option<bool>("--json") { Description = "Write JSON" };
        var site = new SiteArguments();
        var command = new DocumentedCommand("explain", "Say why a page, a file or a rule is as it is", s_examples) { subject, json };
        site.AddTo(command);
        command.SetAction(line =>
        {
            var name = line.GetValue(subject) ?? "";
            if (SiteInspector.ExplainRule(name) is { } rule)
            {
                Write(reporter, rule, line.GetValue(json));
                return ExitCode.Done;
            }

            var folder = site.Sources(line).SourceFolder;
            return SiteQuestions.Ask(reporter, site, line, inspector =>
            {
                if ((inspector.Explain(name) ?? inspector.Explain(SitePaths.FromFolder(name, folder))) is not { } explanation)
                {
                    return reporter.Refuse(CommandMessages.NothingToExplain(name, inspector.Nearest(name)));
                }

                Write(reporter, explanation, line.GetValue(json));
                return ExitCode.Done;
            }, interrupted);
        });
        return command;
    }

    private static void Write(ConsoleReporter reporter, Explanation explanation, bool isJson)
    {
        if (isJson)
        {
            reporter.Write(ToJson(explanation));
            return;
        }

        reporter.Show($"{explanation.Subject}\n{explanation.Summary}\n");
        foreach (var section in explanation.Sections)
        {
            var (rows, more) = (section.Rows.Rows, section.Rows.Rows.Length - MostRows);
            var text = rows.IsEmpty ? "none\n" : ListingWriter.ToRows(section.Rows with { Rows = [.. rows.Take(MostRows)] });
            reporter.Show($"\n{section.Name.Replace('_', ' ')}\n{Indented(text)}");
            if (more > 0)
            {
                reporter.Show(FormattableString.Invariant($"  and {more} more: --json shows all\n"));
            }
        }
    }

    private static string Indented(string text) =>
        string.Concat(text.TrimEnd('\n').Split('\n').Select(line => $"  {line}\n"));

    private static ReadOnlyMemory<byte> ToJson(Explanation explanation)
    {
        var output = new ArrayBufferWriter<byte>();
        JsonDocumentWriter.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("subject", explanation.Subject);
            json.WriteString("summary", explanation.Summary);
            foreach (var section in explanation.Sections)
            {
                json.WritePropertyName(section.Name);
                ListingWriter.WriteJson(json, section.Rows);
            }

            json.WriteEndObject();
        });
        return output.WrittenMemory;
    }
}
