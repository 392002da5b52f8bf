using System.Collections.Immutable;
using System.CommandLine;
using SiteGen.Cli.Terminal;
using SiteGen.Cli.Terminal.Help;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Rendering;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Cli.Commands;

/// <summary><c>sitegen render</c>: renders one template without a site.</summary>
internal static class RenderCommand
{
    private static readonly ImmutableArray<CommandExample> s_examples =
    [
        new("sitegen render card.html", "Show what the template becomes"),
        new("sitegen render card.html --data post.yml", "The same, with what it is to read"),
        new("sitegen render -", "Render what comes from standard input"),
    ];

    /// <summary>The command.</summary>
    public static Command Create(ConsoleReporter reporter)
    {
        var template = new Argument<string>("template") { Description = "The template's file, or - for standard input" };
        template.Validators.Add(UsageProblem.RefuseEmpty);
        var data = new Option<string?>("--data") { Description = "What the template reads: a .json or .yml file", HelpName = "file" };
        var strict = new Option<bool>("--strict") { Description = "Treat unknown variables as errors" };
        var command = new DocumentedCommand("render", "Render one template, to try it", s_examples) { template, data, strict };
        command.SetAction(line => Run(reporter, line.GetValue(template) ?? "-", line.GetValue(data), line.GetValue(strict)));
        return command;
    }

    private static int Run(ConsoleReporter reporter, string templatePath, string? dataPath, bool isStrict)
    {
        string? refusal = null;
        var template = templatePath == "-"
            ? new ParseResult<SourceText?>(new SourceText("(input)", ConsoleReporter.ReadInput()), [])
            : TemplateFolder.ReadFile(templatePath, out refusal);
        if (template.Value is null)
        {
            reporter.Fail(CommandMessages.UnreadableFile(templatePath, refusal));
            return ExitCode.Usage;
        }

        var data = dataPath is null ? new(null, []) : TemplateFolder.ReadFile(dataPath, out refusal);
        if (dataPath is not null && data.Value is null)
        {
            reporter.Fail(CommandMessages.UnreadableFile(dataPath, refusal));
            return ExitCode.Usage;
        }

        var options = RenderOptions.Default with { Strict = isStrict, Clock = SiteArguments.SystemClock };
        var result = StandaloneRenderer.Run(template.Value, data.Value, new TemplateFolder(templatePath).ReadInclude, options);
        reporter.Write(result.Output);
        reporter.Report([.. template.Diagnostics, .. data.Diagnostics, .. result.Diagnostics], Verbosity.Normal);
        return result.Diagnostics.Any(problem => problem.IsError) ? ExitCode.SiteProblems : ExitCode.Done;
    }
}
