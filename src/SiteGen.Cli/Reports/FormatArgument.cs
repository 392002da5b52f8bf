using System.Collections.Immutable;
using System.CommandLine;
using SiteGen.Cli.Terminal;
using SiteGen.Text;

namespace SiteGen.Cli.Reports;

/// <summary>The option <c>--format</c> of a command.</summary>
/// <param name="formats">The formats that the command has, its default first.</param>
internal sealed class FormatArgument(ImmutableArray<ReportFormat> formats)
{
    /// <summary>The option.</summary>
    public Option<string?> Option { get; } = Create(formats);

    private static Option<string?> Create(ImmutableArray<ReportFormat> formats)
    {
        var names = formats.Select(format => format.Name).ToArray();
        var option = new Option<string?>("--format")
        {
            Description = $"How problems are reported: {string.Join(", ", names)} (default: {names[0]})",
            HelpName = "name",
        };
        option.CompletionSources.Add(names);
        return option;
    }

    /// <summary>The format that a command line asks for.</summary>
    /// <returns>Null and the problem when the command has none of this name.</returns>
    public (ReportFormat? Format, CommandMessage Problem) Read(ParseResult line)
    {
        if (line.GetValue(Option) is not { } name)
        {
            return (formats[0], default);
        }

        var names = formats.Select(format => format.Name).ToArray();
        return formats.FirstOrDefault(format => format.Name == name) is { } known
            ? (known, default)
            : (null, CommandMessages.InvalidFormat(name, Suggestion.For(name, names), names));
    }
}
