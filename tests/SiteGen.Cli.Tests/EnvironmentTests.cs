namespace SiteGen.Cli.Tests;

/// <summary>What the environment of the process decides.</summary>
/// <remarks>No other test may run at the same time: the environment is that of all of them.</remarks>
[Collection(nameof(EnvironmentTests))]
[CollectionDefinition(nameof(EnvironmentTests), DisableParallelization = true)]
public sealed class EnvironmentTests
{
    [Fact]
    public void SOURCE_DATE_EPOCH_is_the_clock_where_none_is_given()
    {
        using var line = new CommandLine();
        With("SOURCE_DATE_EPOCH", "1577836800", () =>
        {
            Assert.Contains("1 post left out;", line.Build().Output, StringComparison.Ordinal);
            Assert.DoesNotContain("left out", line.Build("--clock", "2020-01-13T12:00:00Z").Output, StringComparison.Ordinal);
        });
        With("SOURCE_DATE_EPOCH", "yesterday", () => Assert.Equal(2, line.Build().ExitCode));
    }

    [Fact]
    public void A_variable_sets_an_option()
    {
        using var line = new CommandLine();
        With("SITEGEN_TITLE", "From outside", () =>
        {
            line.Build();
            Assert.Contains("<title>From outside</title>", File.ReadAllText(line.OutputFile("index.html")), StringComparison.Ordinal);
            Assert.Matches(@"(?m)^title +SITEGEN_TITLE +From outside$", CommandLine.Run("config", "-s", line.Site).Output);
        });
        With("SITEGEN_PAGINATE", "none", () => Assert.Equal(
            (2, "sitegen: error SG1003: in the environment variable SITEGEN_PAGINATE: 'paginate' must be a whole number above 0\n"),
            (line.Build().ExitCode, line.Build().Error)));
    }

    [Fact]
    public void A_variable_names_the_environment_and_the_command_line_another()
    {
        using var line = new CommandLine();
        With("SITEGEN_ENVIRONMENT", "staging", () =>
        {
            line.Build();
            Assert.Contains("Disallow: /", File.ReadAllText(line.OutputFile("robots.txt")), StringComparison.Ordinal);
            line.Build("-e", "production");
            Assert.Contains("Allow: /", File.ReadAllText(line.OutputFile("robots.txt")), StringComparison.Ordinal);
        });
    }

    private static void With(string name, string value, Action test)
    {
        try
        {
            Environment.SetEnvironmentVariable(name, value);
            test();
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }
}
