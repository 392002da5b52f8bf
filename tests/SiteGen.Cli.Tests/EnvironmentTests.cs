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
        const string Name = "SOURCE_DATE_EPOCH";
        try
        {
            Environment.SetEnvironmentVariable(Name, "1577836800");
            Assert.Contains("1 post left out;", line.Build().Output, StringComparison.Ordinal);
            Assert.DoesNotContain("left out", line.Build("--clock", "2020-01-13T12:00:00Z").Output, StringComparison.Ordinal);
            Environment.SetEnvironmentVariable(Name, "yesterday");
            Assert.Equal(2, line.Build().ExitCode);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Name, null);
        }
    }
}
