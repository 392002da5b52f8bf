using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Completions;
using SiteGen.Cli.Terminal.Help;

namespace SiteGen.Cli.Terminal.Completion;

/// <summary>What a value can be.</summary>
internal enum ValueKind
{
    /// <summary>Free text, which cannot be completed.</summary>
    Anything,

    /// <summary>A file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>One of a few words.</summary>
    Choice,
}

/// <summary>A value and, for a choice, its words.</summary>
internal readonly record struct CompletionValue(string Name, ValueKind Kind, ImmutableArray<string> Words);

/// <summary>An option: all its names, what it is for, and its value; null for one that is on or off.</summary>
internal sealed record CompletionOption(ImmutableArray<string> Names, string Text, CompletionValue? Value, bool IsRepeatable);

/// <summary>A command as the completion of a shell needs it.</summary>
/// <param name="Path">The words that name it, without the program.</param>
/// <param name="Commands">The commands below it.</param>
/// <param name="Options">Its options.</param>
/// <param name="Argument">Its argument; null if it takes none.</param>
internal sealed record CompletionNode(
    string Path,
    ImmutableArray<(string Name, string Text)> Commands,
    ImmutableArray<CompletionOption> Options,
    CompletionValue? Argument)
{
    /// <summary>The program and all its commands.</summary>
    public static ImmutableArray<CompletionNode> AllOf(RootCommand root) => [.. CommandTree.AllFrom(root).Select(NodeOf)];

    private static CompletionNode NodeOf(Command command) => new(
        string.Join(' ', CommandTree.PathOf(command)),
        [.. CommandTree.SubcommandsOf(command).Select(subcommand => (subcommand.Name, subcommand.Description ?? ""))],
        [.. CommandTree.OptionsOf(command).Select(OptionOf)],
        command.Arguments.FirstOrDefault(argument => !argument.Hidden) is { } argument
            ? ValueOf(argument, argument.HelpName ?? argument.Name)
            : null);

    private static CompletionOption OptionOf(Option option) => new(
        [.. CommandTree.NamesOf(option)],
        option.Description ?? "",
        CommandTree.TakesValue(option) ? ValueOf(option, option.HelpName ?? "value") : null,
        option.Arity.MaximumNumberOfValues > 1);

    private static CompletionValue ValueOf(Symbol symbol, string name)
    {
        ImmutableArray<string> words = [.. symbol.GetCompletions(CompletionContext.Empty).Select(item => item.Label)];
        var kind = words.Length > 0 ? ValueKind.Choice
            : name is "folder" ? ValueKind.Folder
            : name is "file" or "path" or "template" ? ValueKind.File
            : ValueKind.Anything;
        return new(name, kind, words);
    }
}
