using SiteGen.Cli.Terminal;
using SiteGen.Pipeline.Threading;

namespace SiteGen.Cli.Tests.Terminal;

/// <summary>The line that says how far a build is.</summary>
public sealed class ProgressTests
{
    private static readonly ConsoleTraits s_terminal = new(new(true, false), new(true, false), () => 24);

    [Theory]
    [InlineData("parse", 1234, 10000, 0.5, "reading: 1,234 of 10,000 files, 2,468 a second")]
    [InlineData("parse", 1, 10, 0.05, "reading: 1 of 10 files")]
    [InlineData("render", 0, 10, 1, "rendering: 0 of 10 pages and files, 0 a second")]
    [InlineData("scan", 0, 0, 1, "looking for files")]
    [InlineData("model", 0, 0, 1, "planning")]
    [InlineData("write", 0, 0, 1, "moving into place")]
    public void It_names_the_work_the_count_and_the_rate(string stage, int done, int total, double seconds, string expected) =>
        Assert.Equal(expected, ProgressLine.TextFor(stage, done, total, TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void It_is_gone_before_anything_else_is_printed_and_at_the_end()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var reporter = new ConsoleReporter(output, error, s_terminal);
        reporter.ShowProgress("before it begins");
        Assert.True(reporter.BeginProgress());
        reporter.ShowProgress("reading: 10");
        reporter.ShowProgress("reading");
        reporter.Fail(new CommandMessage("no", null));
        reporter.Show("shown\n");
        reporter.ShowProgress("longer than the terminal is wide");
        reporter.EndProgress();
        reporter.ShowProgress("behind the end");
        Assert.Equal(
            "\rreading: 10\rreading    \r       \rsitegen: no\n\rlonger than the termina\r                       \r", error.ToString());
        Assert.Equal("shown\n", output.ToString());
    }

    [Fact]
    public void It_is_shown_by_itself_and_on_a_terminal_only()
    {
        using var error = new StringWriter();
        var reporter = new ConsoleReporter(TextWriter.Null, TextWriter.Synchronized(error), s_terminal);
        var progress = new BuildProgress();
        using (var line = ProgressLine.Begin(reporter, progress, TimeSpan.Zero))
        {
            Assert.NotNull(line);
            progress.Begin("write");
            Assert.True(SpinWait.SpinUntil(() => error.ToString().Contains("\rmoving into place", StringComparison.Ordinal), 30_000));
        }

        Assert.EndsWith("\r                 \r", error.ToString(), StringComparison.Ordinal);
        Assert.Null(ProgressLine.Begin(new ConsoleReporter(TextWriter.Null, TextWriter.Null), progress, TimeSpan.Zero));
    }
}
