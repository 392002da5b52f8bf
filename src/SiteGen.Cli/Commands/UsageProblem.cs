using System.CommandLine;
using System.CommandLine.Parsing;
using SiteGen.Cli.Terminal;
using SiteGen.Text;

namespace SiteGen.Cli.Commands;

/// <summary>What is wrong with a command line, in our own words: those of the package name types of the runtime.</summary>
internal static class UsageProblem
{
    /// <summary>The first problem of a command line that has errors.</summary>
    public static CommandMessage MessageFor(ParseResult line, string[] arguments, RootCommand root)
    {
        var command = line.CommandResult.Command;
        var name = NameOf(line.CommandResult, root);
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

        return name is null ? CommandMessages.CommandMissing()
            : command.Subcommands.Count > 0
                ? CommandMessages.ArgumentMissing(string.Join(" or ", command.Subcommands.Select(subcommand => subcommand.Name)), name)
            : command.Arguments is [{ Name: var missing }, ..] ? CommandMessages.ArgumentMissing($"a {missing}", name)
            : CommandMessages.InvalidArguments(name);
    }

    /// <summary>Refuses an empty value: no option has a use for one.</summary>
    public static void RefuseEmpty(OptionResult option)
    {
        if (option.Tokens.Any(token => token.Value.Length == 0))
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

    // As it is written behind 'sitegen': 'new post'.
    private static string? NameOf(CommandResult command, RootCommand root)
    {
        var names = new Stack<string>();
        for (var at = command; at is not null && at.Command != root; at = at.Parent as CommandResult)
        {
            names.Push(at.Command.Name);
        }

        return names.Count == 0 ? null : string.Join(' ', names);
    }

    private static CommandMessage ProblemOf(OptionResult result, string? command)
    {
        var written = result.IdentifierToken?.Value ?? result.Option.Name;
        return result.Tokens.Count > 1 && result.Tokens.All(token => token.Value.Length > 0)
            ? CommandMessages.OptionRepeated(written)
            : CommandMessages.ValueMissing(written, result.Option.HelpName, command);
    }

    private static CommandMessage Unmatched(string word, Command command, string? name, string[] arguments, RootCommand root)
    {
        var flags = command.Options.OfType<Option<bool>>().Select(flag => WithValue(flag, word, arguments));
        if (flags.FirstOrDefault(flag => flag is not null) is { } written)
        {
            return CommandMessages.ValueUnexpected(written, word);
        }

        if (word.StartsWith('-'))
        {
            return CommandMessages.UnknownOption(word, Suggestion.For(word, command.Options.Select(option => option.Name)), name);
        }

        if (name is not null && command.Subcommands.Count > 0)
        {
            return CommandMessages.UnknownSubcommand(
                name, word, Suggestion.For(word, command.Subcommands.Select(subcommand => subcommand.Name)));
        }

        return name is null
            ? CommandMessages.UnknownCommand(word, Suggestion.For(word, root.Subcommands.Select(subcommand => subcommand.Name)))
            : CommandMessages.UnexpectedWord(word, command.Options.Any(option => option.Name == "--source"), name);
    }

    // How an option that is on or off is written, when this word is a value given to it: '--strict=maybe'.
    private static string? WithValue(Option option, string word, string[] arguments) => option.Aliases.Prepend(option.Name)
        .FirstOrDefault(written => arguments.Contains($"{written}={word}") || arguments.Contains($"{written}:{word}"));
}
