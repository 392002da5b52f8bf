using System.CommandLine;
using System.CommandLine.Parsing;
using SiteGen.Cli.Terminal;
using SiteGen.Cli.Terminal.Help;
using SiteGen.Text;

namespace SiteGen.Cli.Commands.Starting;

/// <summary>A title or a name: all words after a command, so that quotes are not needed.</summary>
internal sealed class WordsArgument
{
    /// <summary>An argument of this name.</summary>
    public WordsArgument(string name, string description)
    {
        Argument = new Argument<string[]>(name) { Description = description, Arity = ArgumentArity.OneOrMore };
        Argument.Validators.Add(UsageProblem.RefuseEmpty);
    }

    /// <summary>The argument.</summary>
    public Argument<string[]> Argument { get; }

    /// <summary>The words with a blank between them; or what is wrong with one that looks like an option.</summary>
    public (string Text, CommandMessage? Problem) Read(ParseResult line)
    {
        var words = line.GetValue(Argument) ?? [];
        return (string.Join(' ', words), UnknownOption(line, words));
    }

    /// <summary>What is wrong with a word that looks like an option; null if none does, or they follow '--'.</summary>
    /// <remarks>The package takes a misspelt option for one more word.</remarks>
    public static CommandMessage? UnknownOption(ParseResult line, string[] words)
    {
        var command = line.CommandResult.Command;
        var isAfterDashes = line.Tokens.Any(token => token.Type == TokenType.DoubleDash);
        var option = isAfterDashes ? null : Array.Find(words, word => word is ['-', _, ..] && !word.Any(char.IsWhiteSpace));
        var known = command.Options.Select(known => known.Name);
        return option is null ? null : CommandMessages.UnknownOption(option, Suggestion.For(option, known), CommandTree.NameOf(command));
    }
}
