using System.Collections.Immutable;
using System.CommandLine;
using SiteGen.Cli.Terminal;
using SiteGen.Cli.Terminal.Help;
using SiteGen.Pipeline.Starting;

namespace SiteGen.Cli.Commands.Starting;

/// <summary><c>sitegen new author</c>: an entry in <c>authors.yml</c>.</summary>
internal static class NewAuthorCommand
{
    private static readonly ImmutableArray<CommandExample> s_examples =
    [
        new("sitegen new author \"Ana Ruiz\"", "Add a profile"),
        new("sitegen new author \"Ana Ruiz\" --bio \"Writes about rain.\"", "Add one with a sentence about her"),
    ];

    private static Option<string?> Key => Text("--key", "The key that posts may use (default: made of the name)", "key");

    private static Option<string?> Bio => Text("--bio", "A sentence or two about the author", "text");

    private static Option<string?> Email => Text("--email", "An e-mail address that readers see", "address");

    private static Option<string?> Link => Text("--url", "The author's page elsewhere", "url");

    /// <summary>The command.</summary>
    public static Command Create(ConsoleReporter reporter)
    {
        var site = new SiteArguments();
        var name = new WordsArgument("name", "The name that readers see");
        var (key, bio, email, link) = (Key, Bio, Email, Link);
        var command = new DocumentedCommand("author", "Introduce an author in authors.yml", s_examples)
        {
            name.Argument, key, bio, email, link,
        };
        site.AddFolderTo(command);
        command.SetAction(line =>
        {
            var (text, problem) = name.Read(line);
            if (problem is { } refusal)
            {
                return reporter.Refuse(refusal);
            }

            var run = new StartingRun(reporter);
            var request = new AuthorRequest(text, line.GetValue(key), line.GetValue(bio), line.GetValue(email), line.GetValue(link));
            return run.Load(site, line, SiteArguments.SystemClock) is { } options
                ? run.Write(
                    NewAuthor.Plan(request, options),
                    options.SourceFolder,
                    site.Verbosity(line) == Verbosity.Quiet ? null : $"a post of this author has the line 'author: {text}'")
                : ExitCode.Usage;
        });
        return command;
    }

    private static Option<string?> Text(string name, string description, string valueName) =>
        new(name) { Description = description, HelpName = valueName };
}
