using System.Collections.Immutable;
using System.CommandLine;

namespace SiteGen.Cli.Terminal.Help;

/// <summary>The commands of the program and what they take, as a user sees them.</summary>
internal static class CommandTree
{
    /// <summary>The name of the program, whatever its file is called.</summary>
    public const string ProgramName = "sitegen";

    /// <summary>A command and all commands below it.</summary>
    public static IEnumerable<Command> AllFrom(Command command) => SubcommandsOf(command).SelectMany(AllFrom).Prepend(command);

    /// <summary>The commands of a command.</summary>
    public static IEnumerable<Command> SubcommandsOf(Command command) => command.Subcommands.Where(subcommand => !subcommand.Hidden);

    /// <summary>The words that name a command, without the program; empty for the program itself.</summary>
    public static ImmutableArray<string> PathOf(Command command) =>
        command is RootCommand ? [] : [.. command.Parents.OfType<Command>().Take(1).SelectMany(parent => PathOf(parent)), command.Name];

    /// <summary>The words that name a command, as they are written.</summary>
    public static string NameOf(Command command) => string.Join(' ', PathOf(command).Prepend(ProgramName));

    /// <summary>The options of a command, with those that every command has.</summary>
    public static ImmutableArray<Option> OptionsOf(Command command) =>
        [.. command.Options.Concat(Ancestors(command).SelectMany(parent => parent.Options.Where(option => option.Recursive)))
            .Where(option => !option.Hidden).Distinct()];

    /// <summary>How an option can be written: short names first; without the names that only some systems are used to.</summary>
    public static IEnumerable<string> NamesOf(Option option) => option.Aliases.Prepend(option.Name)
        .Where(name => name.StartsWith('-') && name != "-?")
        .OrderBy(name => name.StartsWith("--", StringComparison.Ordinal));

    /// <summary>Whether an option takes a value.</summary>
    public static bool TakesValue(Option option) => option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool);

    private static IEnumerable<Command> Ancestors(Command command) =>
        command.Parents.OfType<Command>().SelectMany(parent => Ancestors(parent).Prepend(parent));
}
