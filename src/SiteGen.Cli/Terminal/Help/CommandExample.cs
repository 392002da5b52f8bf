using System.Collections.Immutable;
using System.CommandLine;

namespace SiteGen.Cli.Terminal.Help;

/// <summary>An example in the help of a command.</summary>
/// <param name="Line">The command line, with the name of the program.</param>
/// <param name="Effect">What it does.</param>
internal readonly record struct CommandExample(string Line, string Effect);

/// <summary>What has examples.</summary>
internal interface IHasExamples
{
    /// <summary>The examples.</summary>
    public ImmutableArray<CommandExample> Examples { get; }
}

/// <summary>A command with examples for its help.</summary>
internal sealed class DocumentedCommand(string name, string description, params ImmutableArray<CommandExample> examples)
    : Command(name, description), IHasExamples
{
    /// <inheritdoc/>
    public ImmutableArray<CommandExample> Examples => examples;
}

/// <summary>The program itself, with examples for its help.</summary>
internal sealed class DocumentedProgram(string description, params ImmutableArray<CommandExample> examples)
    : RootCommand(description), IHasExamples
{
    /// <inheritdoc/>
    public ImmutableArray<CommandExample> Examples => examples;
}
