using System.CommandLine;

namespace SiteGen.Cli.Terminal.Help;

/// <summary>The help of the program and of its commands.</summary>
internal static class HelpText
{
    /// <summary>The help of a command, for a page so many columns wide.</summary>
    public static string For(Command command, int width)
    {
        var page = new TwoColumns(width);
        page.Add(command.Description ?? "");
        page.AddHeading("Usage");
        page.AddLine(UsageOf(command));
        AddTables(page, command);
        if (command is IHasExamples { Examples: { IsEmpty: false } examples })
        {
            page.AddHeading("Examples");
            page.Add(examples.Select(example => (example.Line, example.Effect)), page.ColumnFor(examples.Select(example => example.Line)));
        }

        if (command.Subcommands.Count > 0)
        {
            var path = string.Join(' ', CommandTree.PathOf(command).Add("COMMAND"));
            page.Add("");
            page.Add($"'{CommandTree.ProgramName} help {path}' shows more about a command.");
        }

        return page.ToString();
    }

    // One column for all of them, so that the eye need not jump.
    private static void AddTables(TwoColumns page, Command command)
    {
        (string Name, string Text)[] commands =
            [.. CommandTree.SubcommandsOf(command).Select(subcommand => (LabelOf(subcommand), subcommand.Description ?? ""))];
        (string Name, string Text)[] arguments =
            [.. command.Arguments.Where(argument => !argument.Hidden).Select(argument => (LabelOf(argument), argument.Description ?? ""))];
        var options = OptionGroups.For(command).Select(group =>
            (group.Heading, group.Options.Select(option => (LabelOf(option), option.Description ?? "")).ToArray()));
        (string Heading, (string Name, string Text)[] Rows)[] tables = [("Commands", commands), ("Arguments", arguments), .. options];
        tables = [.. tables.Where(table => table.Rows.Length > 0)];
        var column = page.ColumnFor(tables.SelectMany(table => table.Rows.Select(row => row.Name)));
        foreach (var (heading, rows) in tables)
        {
            page.AddHeading(heading);
            page.Add(rows, column);
        }
    }

    private static string UsageOf(Command command)
    {
        var words = CommandTree.PathOf(command).Insert(0, CommandTree.ProgramName).ToList();
        if (command.Subcommands.Count > 0)
        {
            words.Add(command.Action is null ? "<command>" : "[<command>]");
        }

        words.AddRange(command.Arguments.Where(argument => !argument.Hidden).Select(argument =>
            (argument.Arity.MinimumNumberOfValues, argument.Arity.MaximumNumberOfValues) switch
            {
                (0, 1) => $"[{LabelOf(argument)}]",
                (0, _) => $"[{LabelOf(argument)}...]",
                (_, 1) => LabelOf(argument),
                _ => $"{LabelOf(argument)}...",
            }));
        words.Add("[options]");
        return string.Join(' ', words);
    }

    private static string LabelOf(Command command) =>
        string.Join(' ', command.Arguments.Where(IsRequired).Select(LabelOf).Prepend(command.Name));

    private static bool IsRequired(Argument argument) => argument.Arity.MinimumNumberOfValues > 0;

    private static string LabelOf(Argument argument) => $"<{argument.HelpName ?? argument.Name}>";

    private static string LabelOf(Option option)
    {
        var names = string.Join(", ", CommandTree.NamesOf(option));
        return CommandTree.TakesValue(option) ? $"{names} <{option.HelpName ?? "value"}>" : names;
    }
}
