using System.Collections.Immutable;
using System.CommandLine;
using SiteGen.Cli.Terminal;
using SiteGen.Cli.Terminal.Help;
using SiteGen.Pipeline.Starting;

namespace SiteGen.Cli.Commands.Starting;

/// <summary><c>sitegen new post</c>: the file of a new post.</summary>
internal static class NewPostCommand
{
    private static readonly ImmutableArray<CommandExample> s_examples =
    [
        new("sitegen new post \"Rain at last\"", "Make a file with the title and today's date"),
        new("sitegen new post \"Rain at last\" --draft --edit", "Make a draft and open it in your editor"),
        new("sitegen new post \"Rain at last\" -t weather -t garden --bundle", "With two tags, and a folder for its pictures"),
    ];

    private const string Next = "write below the second line of dashes; 'sitegen serve -O' shows it while you do";

    /// <summary>The command.</summary>
    public static Command Create(ConsoleReporter reporter, CancellationToken interrupted)
    {
        var (site, edit) = (new SiteArguments(), new EditOption(reporter, interrupted));
        var title = new WordsArgument("title", "The title of the post");
        var options = new PostOptions();
        var command = new DocumentedCommand("post", "Begin a post", s_examples) { title.Argument };
        options.AddTo(command);
        command.Options.Add(edit.Option);
        site.AddFolderTo(command);
        site.AddClockTo(command);
        command.SetAction(line =>
        {
            var (clock, invalidClock) = site.Clock(line);
            var (text, problem) = title.Read(line);
            if ((clock is null ? invalidClock : problem) is { } refusal)
            {
                return reporter.Refuse(refusal);
            }

            var next = site.Verbosity(line) == Verbosity.Quiet ? null : Next;
            return new StartingRun(reporter).Load(site, line, clock ?? SiteArguments.SystemClock) is { } blog
                ? edit.Write(line, () => NewPost.Plan(options.Read(line, text, blog), blog), blog.SourceFolder, next)
                : ExitCode.Usage;
        });
        return command;
    }
}
