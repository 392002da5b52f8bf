using SiteGen.Testing;

namespace SiteGen.Cli.Tests.Published;

/// <summary>A machine that says nothing about itself: no variables, and a current folder into which nothing can be written.</summary>
public sealed class EmptyEnvironmentTests
{
    // Where even the administrator cannot write.
    private const string Start = "test -d /proc && cd /proc; exec env -i \"$0\" ";

    [EnvironmentFact(PublishedProgram.Variable)]
    public void A_site_is_built_without_an_environment()
    {
        using var program = new PublishedProgram(3);
        program.Write("site/sitegen.yml", "base_url: https://example.org/\ntime_zone: Europe/Berlin\nlanguage: de\n");
        Assert.Equal(0, program.Build("-o", program["other"]).ExitCode);
        var result = program.Shell($"{Start} build -s \"$1\"");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains($"the site is in {program.Output}", result.Output, StringComparison.Ordinal);
        Assert.Equal(PublishedProgram.PagesIn(program["other"]), program.Pages);
    }

    [EnvironmentTheory(PublishedProgram.Variable)]
    [InlineData("--version")]
    [InlineData("version")]
    [InlineData("--help")]
    [InlineData("help build")]
    [InlineData("completion bash")]
    [InlineData("completion zsh")]
    public void The_program_tells_of_itself_without_an_environment(string arguments)
    {
        using var program = new PublishedProgram(0);
        var expected = program.Run(arguments.Split(' '));
        Assert.Equal(0, expected.ExitCode);
        Assert.Equal(expected, program.Shell($"{Start} {arguments}"));
    }

    [EnvironmentFact(PublishedProgram.Variable)]
    public void The_folder_that_a_site_is_not_in_is_named_without_an_environment()
    {
        using var program = new PublishedProgram(0);
        var result = program.Shell($"{Start} build");
        Assert.InRange(result.ExitCode, 1, 3);
        Assert.NotEmpty(result.Error);
    }
}
