using System.CommandLine;
using System.CommandLine.Parsing;
using SiteGen.Cli.Terminal;
using SiteGen.Cli.Terminal.Help;
using SiteGen.Text;

namespace SiteGen.Cli.Commands;

/// <summary>What is wrong with a command line, in our own words: those of the package name types of the runtime.</summary>
internal static class UsageProblem
{
    /// <summary>The first problem of a command line that has errors.</summary>
    public static CommandMessage MessageFor(ParseResult line, string[] arguments, RootCommand root)
    {
        var command = line.CommandResult.Command;
        var name = CommandTree.NameOf(command);
        // Only the first unmatched word is reported: what follows it is often unmatched because of it.
        if (line.UnmatchedTokens is [var word, ..])
        {
            return Unmatched(word, command, name, arguments, root);
        }

        foreach (var error in line.Errors)
        {
            var option = error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult;
            if (option is not null)
            {
                return ProblemOf(option, name);
            }

            if (error.SymbolResult is ArgumentResult { Argument: var argument })
            {
                return CommandMessages.ArgumentMissing($"a {argument.Name}", name);
            }
        }

        return command == root ? CommandMessages.CommandMissing()
            : command.Subcommands.Count > 0
                ? CommandMessages.SubcommandMissing(name, CommandTree.SubcommandsOf(command).Select(CommandTree.NameOf))
            : command.Arguments is [{ Name: var missing }, ..] ? CommandMessages.ArgumentMissing($"a {missing}", name)
            : CommandMessages.InvalidArguments(name);
    }

    /// <summary>The message for a word that is none of the commands of a command, or of the program.</summary>
    public static CommandMessage UnknownCommand(string word, Command parent)
    {
        var commands = CommandTree.SubcommandsOf(parent).ToArray();
        var nearest = OtherNames.Find(word, commands)?.Name ?? Suggestion.For(word, commands.Select(command => command.Name));
        var name = CommandTree.NameOf(parent);
        var unknown = parent is RootCommand ? word : $"{name} {word}";
        return CommandMessages.UnknownCommand(unknown, nearest is null ? null : $"{name} {nearest}", name);
    }

    /// <summary>Refuses an empty value, for which no option has a use, and one that is an option: the value was forgotten.</summary>
    public static void RefuseEmpty(OptionResult option)
    {
        var options = (option.Parent as CommandResult)?.Command is { } command ? CommandTree.OptionsOf(command) : [];
        if (option.Tokens.Any(token => token.Value.Length == 0 || options.Any(other => CommandTree.NamesOf(other).Contains(token.Value))))
        {
            option.AddError("empty");
        }
    }

    /// <summary>Refuses an empty value of an argument.</summary>
    public static void RefuseEmpty(ArgumentResult argument)
    {
        if (argument.Tokens.Any(token => token.Value.Length == 0))
        {
            argument.AddError("empty");
        }
    }

    private static CommandMessage ProblemOf(OptionResult result, string command)
    {
        var written = result.IdentifierToken?.Value ?? result.Option.Name;
        return result.Option is VersionOption ? CommandMessages.WrittenAlone(written)
            : result.Tokens.Count > 1 && result.Tokens.All(token => token.Value.Length > 0) ? CommandMessages.OptionRepeated(written)
            : CommandMessages.ValueMissing(written, result.Option.HelpName, command);
    }

    private static CommandMessage Unmatched(string word, Command command, string name, string[] arguments, RootCommand root)
    {
        var flags = command.Options.OfType<Option<bool>>().Select(flag => WithValue(flag, word, arguments));
        if (flags.FirstOrDefault(flag => flag is not null) is { } written)
        {
            return CommandMessages.ValueUnexpected(written, word);
        }

        if (word.StartsWith('-'))
        {
            return UnknownOption(word.Split('=', ':')[0], command, name, root);
        }

        return command.Subcommands.Count > 0
            ? UnknownCommand(word, command)
            : CommandMessages.UnexpectedWord(word, command.Options.Any(option => option.Name == "--source"), name);
    }

    private static CommandMessage UnknownOption(string word, Command command, string name, RootCommand root)
    {
        var others = CommandTree.AllFrom(root)
            .Where(other => other.Options.Any(option => option.Name == word || option.Aliases.Contains(word)))
            .Select(CommandTree.NameOf).ToArray();
        return others.Length > 0
            ? CommandMessages.OptionOfOthers(word, name, others)
            : CommandMessages.UnknownOption(word, Suggestion.For(word, command.Options.Select(option => option.Name)), name);
    }

    // How an option that is on or off is written, when this word is a value given to it: '--strict=maybe'.
    private static string? WithValue(Option option, string word, string[] arguments) => option.Aliases.Prepend(option.Name)
        .FirstOrDefault(written => arguments.Contains($"{written}={word}") || arguments.Contains($"{written}:{word}"));
}
