using System.Collections.Immutable;
using System.CommandLine;

namespace SiteGen.Cli.Terminal.Help;

/// <summary>The headings under which the options of a command are listed.</summary>
internal static class OptionGroups
{
    // Options that several commands share; a command's own come first, under a heading of their own.
    private static readonly (string Heading, string[] Options)[] s_shared =
    [
        ("The site", ["--source", "--output", "--config", "--environment", "--base-url", "--no-cache"]),
        ("What is built", ["--drafts", "--future", "--expired", "--clock"]),
        ("Messages", ["--format", "--quiet", "--verbose"]),
    ];

    /// <summary>The options of a command by heading, in the order in which they are listed.</summary>
    public static ImmutableArray<(string Heading, ImmutableArray<Option> Options)> For(Command command)
    {
        var options = CommandTree.OptionsOf(command);
        var groups = s_shared.Select(group =>
            (group.Heading, Options: options.Where(option => group.Options.Contains(option.Name))
                .OrderBy(option => Array.IndexOf(group.Options, option.Name)).ToImmutableArray())).ToArray();
        ImmutableArray<Option> own = [.. options.Where(option => !groups.Any(group => group.Options.Contains(option)))];
        return [.. groups.Prepend(("Options", own)).Where(group => !group.Item2.IsEmpty)];
    }
}
