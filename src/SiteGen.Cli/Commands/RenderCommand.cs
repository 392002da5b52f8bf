using System.Collections.Immutable;
using System.CommandLine;
using SiteGen.Cli.Terminal;
using SiteGen.Cli.Terminal.Help;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Rendering.Standalone;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Cli.Commands;

/// <summary><c>sitegen render</c>: renders one template, with a site around it when it is run in one.</summary>
internal static class RenderCommand
{
    private static readonly ImmutableArray<CommandExample> s_examples =
    [
        new("sitegen render card.html", "Show what the template becomes"),
        new("sitegen render card.html --data post.yml", "The same, with what it is to read"),
        new("sitegen render templates/post.html --post posts/hello.md", "Render it for a post of the blog in this folder"),
        new("sitegen render -", "Render what comes from standard input"),
    ];

    private static Option<string?> Data => new("--data")
    {
        Description = "What the template reads: a .json or .yml file",
        HelpName = "file",
    };

    private static Option<string?> Post => new("--post")
    {
        Description = "The post or page of the site that the template is rendered for, such as posts/hello.md (default: the home page)",
        HelpName = "file",
    };

    /// <summary>The command.</summary>
    public static Command Create(ConsoleReporter reporter, CancellationToken interrupted)
    {
        var template = new Argument<string>("template") { Description = "The template's file, or - for standard input" };
        template.Validators.Add(UsageProblem.RefuseEmpty);
        var (site, data, post) = (new SiteArguments(), Data, Post);
        var strict = new Option<bool>("--strict") { Description = "Treat unknown variables as errors" };
        var command = new DocumentedCommand("render", "Render one template, to try it", s_examples)
        {
            template, data, post, strict,
        };
        site.AddSiteTo(command);
        command.SetAction(line =>
        {
            var (clock, invalidClock) = site.Clock(line);
            if (clock is null)
            {
                return reporter.Refuse(invalidClock);
            }

            var sources = site.Sources(line);
            var hasSite = line.GetValue(post) is not null || site.IsNamed(line) || SiteFile.IsIn(sources);
            var request = new Request(
                line.GetValue(template) ?? "-",
                line.GetValue(data),
                line.GetValue(post),
                line.GetValue(strict),
                hasSite ? sources : null,
                clock);
            return Run(reporter, request, interrupted);
        });
        return command;
    }

    private static int Run(ConsoleReporter reporter, Request request, CancellationToken interrupted)
    {
        string? refusal = null;
        var template = request.Template == "-"
            ? new ParseResult<SourceText?>(new SourceText("(input)", ConsoleReporter.ReadInput()), [])
            : TemplateFolder.ReadFile(request.Template, out refusal);
        if (template.Value is null)
        {
            return reporter.Refuse(CommandMessages.UnreadableFile(request.Template, refusal));
        }

        var data = request.Data is null ? new(null, []) : TemplateFolder.ReadFile(request.Data, out refusal);
        if (request.Data is not null && data.Value is null)
        {
            return reporter.Refuse(CommandMessages.UnreadableFile(request.Data, refusal));
        }

        var folder = new TemplateFolder(request.Template);
        if (request.Site is { } site)
        {
            return RunInSite(reporter, request, site, (template, data, folder), interrupted);
        }

        var options = RenderOptions.Default with { Strict = request.IsStrict, Clock = request.Clock };
        var result = StandaloneRenderer.Run(template.Value, data.Value, folder.ReadInclude, options);
        return Report(reporter, result, [.. template.Diagnostics, .. data.Diagnostics]);
    }

    private static int RunInSite(
        ConsoleReporter reporter,
        Request request,
        OptionSources sources,
        (ParseResult<SourceText?> Template, ParseResult<SourceText?> Data, TemplateFolder Folder) files,
        CancellationToken interrupted)
    {
        // A template is tried for what is being written.
        if (SiteQuestions.LoadOptions(reporter, sources.With("drafts", true), request.Clock) is not { } options)
        {
            return ExitCode.Usage;
        }

        var plan = SiteQuestions.Plan(options, usesCache: true, interrupted);
        var (template, data, folder) = files;
        var result = RenderFor(request.Post) ?? RenderFor(SitePaths.FromFolder(request.Post ?? "", options.SourceFolder));
        return result is null
            ? reporter.Refuse(CommandMessages.NoSuchPost(request.Post ?? ""))
            : Report(reporter, result, [.. template.Diagnostics, .. data.Diagnostics]);

        StandaloneResult? RenderFor(string? post) => template.Value is { } source
            ? plan.RenderTemplate(source, data.Value, post, folder.ReadInclude, request.IsStrict)
            : null;
    }

    private static int Report(ConsoleReporter reporter, StandaloneResult result, IEnumerable<Diagnostic> found)
    {
        reporter.Write(result.Output);
        reporter.Report([.. found, .. result.Diagnostics], Verbosity.Normal);
        return result.Diagnostics.Any(problem => problem.IsError) ? ExitCode.SiteProblems : ExitCode.Done;
    }

    /// <summary>What the command line sets.</summary>
    private sealed record Request(string Template, string? Data, string? Post, bool IsStrict, OptionSources? Site, TimeProvider Clock);
}
