using System.CommandLine;
using SiteGen.Cli.Terminal;
using SiteGen.Pipeline.Inspection;

namespace SiteGen.Cli.Reports;

/// <summary>The options by which a command writes a table for another program.</summary>
internal sealed class ListingArguments
{
    private readonly Option<bool> _json = new("--json") { Description = "Write JSON, with more columns" };
    private readonly Option<bool> _csv = new("--csv") { Description = "Write comma-separated values, with more columns" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_json);
        command.Options.Add(_csv);
    }

    /// <summary>The problem with what a command line asks for; null when there is none.</summary>
    public CommandMessage? ProblemOf(ParseResult line) =>
        line.GetValue(_json) && line.GetValue(_csv) ? CommandMessages.EitherOr("--json", "--csv") : null;

    /// <summary>Whether a table is for a program.</summary>
    public bool IsForProgram(ParseResult line) => line.GetValue(_json) || line.GetValue(_csv);

    /// <summary>Writes a table as a command line asks for.</summary>
    public void Write(ConsoleReporter reporter, ParseResult line, Listing listing)
    {
        if (IsForProgram(line))
        {
            reporter.Write(line.GetValue(_json) ? ListingWriter.ToJson(listing) : ListingWriter.ToCsv(listing));
        }
        else
        {
            reporter.Show(ListingWriter.ToText(listing));
        }
    }
}
