using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using SiteGen.Cli.Terminal;

namespace SiteGen.Cli.Tests;

/// <summary><c>sitegen serve</c>, from its first word to Ctrl-C.</summary>
public sealed class ServeCommandTests
{
    [Fact]
    public async Task It_shows_the_site_says_where_and_ends_with_Ctrl_C()
    {
        using var blog = new CommandLine();
        blog.Write("site/posts/sketch.md", "---\ntitle: Sketch\ndraft: true\n---\nHi.\n");
        using var interruption = new CancellationTokenSource();
        using var output = new HeardWriter();
        using var error = new HeardWriter();
        var reporter = new ConsoleReporter(output, error);
        var run = Task.Factory.StartNew(
            () => Program.Run(reporter, ["serve", "-s", blog.Site, "-p", "0"], interruption.Token),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        while (!output.ToString().Contains("http://", StringComparison.Ordinal))
        {
            Assert.False(run.IsCompleted, error.ToString());
            await Task.Delay(5);
        }

        var address = output.ToString().TrimEnd().Split('\n')[^1];
        Assert.Matches("^http://localhost:[0-9]+/$", address);
        using var client = new HttpClient();
        var page = await client.GetStringAsync(new Uri(address + "posts/sketch/"));
        Assert.Contains("<strong class=\"draft\">", page, StringComparison.Ordinal);
        blog.Write("site/posts/hello.md", "---\ntitle: Hello\ntags: [a\n---\nHi.\n");
        while (!error.ToString().Contains("posts/hello.md(", StringComparison.Ordinal))
        {
            await Task.Delay(5);
        }

        blog.Write("site/posts/hello.md", "---\ntitle: Hello\ntags: [a]\n---\nHi.\n");
        while (!output.ToString().Contains("1 problem fixed", StringComparison.Ordinal))
        {
            await Task.Delay(5);
        }

        await interruption.CancelAsync();
        Assert.Equal(0, await run);
        Assert.Matches(new Regex(@"^\d\d:\d\d:\d\d  posts/hello\.md  \d+ ms\r?$", RegexOptions.Multiline), output.ToString());
        Assert.False(Directory.Exists(blog.OutputFile("")));
    }

    [Fact]
    public async Task In_the_network_it_names_its_addresses_and_draws_one_for_a_camera()
    {
        using var blog = new CommandLine();
        using var interruption = new CancellationTokenSource();
        using var output = new HeardWriter();
        var reporter = new ConsoleReporter(output, TextWriter.Null);
        var run = Task.Factory.StartNew(
            () => Program.Run(reporter, ["serve", "-s", blog.Site, "-p", "0", "--host", "0.0.0.0", "--qr"], interruption.Token),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        while (!output.ToString().Contains('\u2588', StringComparison.Ordinal) && !run.IsCompleted)
        {
            await Task.Delay(5);
        }

        await interruption.CancelAsync();
        Assert.Equal(0, await run);
        var lines = output.ToString().ReplaceLineEndings("\n").Split('\n');
        var urls = lines.Where(line => line.StartsWith("http://", StringComparison.Ordinal)).ToArray();
        Assert.Matches("^http://localhost:[0-9]+/$", urls[0]);
        Assert.All(urls[1..], url => Assert.Matches("^http://[0-9.]+:[0-9]+/  in your network$", url));
        var shown = urls.Length > 1 ? urls[1].Split(' ')[0] : urls[0];
        Assert.Contains(QrPicture.Draw(shown, hasColours: false), output.ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_json_every_line_is_an_event()
    {
        using var blog = new CommandLine();
        using var interruption = new CancellationTokenSource();
        using var output = new HeardWriter();
        using var error = new HeardWriter();
        var run = Task.Factory.StartNew(
            () => Program.Run(
                new ConsoleReporter(output, error), ["serve", "-s", blog.Site, "-p", "0", "--format", "json"], interruption.Token),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        await Until("\"ready\"");
        blog.Write("site/posts/hello.md", "---\ntitle: Hello\ntagz: a\n---\nHi.\n");
        await Until("\"SG2103\"");
        blog.Write("site/posts/hello.md", "---\ntitle: Hello\n---\nHi.\n");
        await Until("\"fixed\":1");
        await interruption.CancelAsync();
        Assert.Equal((0, ""), (await run, error.ToString()));
        Assert.All(output.ToString().TrimEnd().Split('\n'), line => Reports.ReportSchemas.AssertValid(line, "preview-event.json"));

        async Task Until(string text)
        {
            while (!output.ToString().Contains(text, StringComparison.Ordinal))
            {
                Assert.False(run.IsCompleted, error.ToString());
                await Task.Delay(5);
            }
        }
    }

    [Fact]
    public void A_port_that_is_taken_is_a_problem_of_the_machine()
    {
        using var blog = new CommandLine();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var result = CommandLine.Run("serve", "-s", blog.Site, "-p", $"{port}");
        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"sitegen: port {port} is not available: another program uses it", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-p", "70000")]
    [InlineData("-p", "-1")]
    [InlineData("-p", "x")]
    [InlineData("-s", "nowhere")]
    [InlineData("--clock", "soon")]
    [InlineData("-b", "nonsense")]
    public void What_cannot_be_understood_is_said_at_once(params string[] arguments)
    {
        using var blog = new CommandLine();
        var result = CommandLine.Run(["serve", .. arguments[0] == "-s" ? [] : (string[])["-s", blog.Site], .. arguments]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.NotEmpty(result.Error);
        var lines = result.Error.TrimEnd().Split('\n');
        Assert.Equal(lines.Distinct(), lines);
    }

    /// <summary>A text that one thread writes while another reads it.</summary>
    private sealed class HeardWriter : TextWriter
    {
        private readonly Lock _gate = new();
        private readonly StringBuilder _text = new();

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Write($"{value}");

        public override void Write(string? value)
        {
            lock (_gate)
            {
                _text.Append(value);
            }
        }

        public override void WriteLine(string? value) => Write(value + "\n");

        public override void Write(StringBuilder? value) => Write(value?.ToString());

        public override string ToString()
        {
            lock (_gate)
            {
                return _text.ToString();
            }
        }
    }
}
