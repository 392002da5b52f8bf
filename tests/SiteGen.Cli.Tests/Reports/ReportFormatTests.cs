using System.Text.Json;
using System.Text.RegularExpressions;
using SiteGen.Testing;

namespace SiteGen.Cli.Tests.Reports;

/// <summary><c>build --format</c>: what other programs are told.</summary>
public sealed partial class ReportFormatTests : IDisposable
{
    private const string Post = """
        ---
        titel: "Percent % and, comma: colon"
        date: 2020-01-12
        ---
        A [link](no%20where.md) and ![ü](nö.png).

        Another [link](no%20where.md), <b onclick="x()">bold</b>.
        """;

    private readonly CommandLine _line = new();

    public ReportFormatTests()
    {
        _line.Write("site/sitegen.yml", "title: A\nbase_url: https://example.org/\nrules: {missing-picture: error}\n");
        _line.Write("site/posts/ä b,c.md", Post);
        _line.Write("site/posts/one.md", "---\ntitle: One\ntags: [Rust]\nslug: hello\n---\n");
        _line.Write("site/posts/two.md", "---\ntitle: Two\ntags: [rust]\n---\n");
    }

    public void Dispose() => _line.Dispose();

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("github")]
    [InlineData("gitlab")]
    public void A_report_is_as_recorded(string format)
    {
        var result = _line.Build("--format", format);
        Assert.Equal(1, result.ExitCode);
        Snapshot.Match(Steady(result.Output), $"SiteGen.Cli.Tests/Snapshots/report.{format}.txt");
    }

    [Theory]
    [InlineData()]
    [InlineData("-v")]
    [InlineData("-q")]
    [InlineData("--strict")]
    [InlineData("--clock", "2001-01-01")]
    public void The_json_is_as_its_schema_says(params string[] arguments) =>
        ReportSchemas.AssertValid(_line.Build(["--format", "json", .. arguments]).Output, "build-report.json");

    [Fact]
    public void A_document_stands_alone_on_the_output_stream_and_the_summary_on_the_other()
    {
        var result = _line.Build("--format", "sarif");
        using var document = JsonDocument.Parse(result.Output);
        Assert.Matches("^3 posts.*; 4 warnings, 2 errors; [0-9.]+ s\nthe site is in .*\n$", result.Error.ReplaceLineEndings("\n"));
        Assert.Equal("", _line.Build("--format", "gitlab", "-q").Error);
    }

    [Fact]
    public void Problems_of_the_configuration_are_reported_too()
    {
        _line.Write("site/sitegen.yml", "title: A\ndescripton: B\n");
        var result = _line.Build("--format", "json");
        ReportSchemas.AssertValid(result.Output, "build-report.json");
        Assert.Equal((2, ""), (result.ExitCode, result.Error));
        Assert.Contains("\"exit_code\": 2", result.Output, StringComparison.Ordinal);
        Assert.Contains("\"SG1002\"", result.Output, StringComparison.Ordinal);
        Assert.Contains("line=2,col=1,", _line.Build("--format", "github").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_has_every_warning_and_notes_only_when_asked()
    {
        _line.Write("site/posts/many.md", string.Concat(Enumerable.Range(1, 25).Select(number => $"[x](no-{number}.md)\n\n")));
        _line.Write("site/posts/draft.md", "---\ntitle: D\ndraft: true\n---\n");
        var plain = _line.Build("--format", "github").Output;
        Assert.Equal(27, Regex.Count(plain, "SG4001"));
        Assert.DoesNotContain("::notice", plain, StringComparison.Ordinal);
        Assert.Contains("::notice file=", _line.Build("--format", "github", "-v").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jsn", "did you mean 'json'?")]
    [InlineData("xml", "it is one of text, json, sarif, github, gitlab")]
    public void A_format_that_is_not_there_is_exit_code_2(string format, string hint)
    {
        var result = _line.Build("--format", format);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal(
            $"sitegen: there is no format '{format}'\n  hint: {hint}\n", result.Error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_preview_has_the_formats_that_can_go_on() =>
        Assert.Contains("it is one of text, json\n", CommandLine.Run("serve", "-s", _line.Site, "--format", "sarif").Error,
            StringComparison.Ordinal);

    // The folder of the test and the version are of this run.
    private string Steady(string report)
    {
        var site = Path.GetRelativePath(".", _line.Site).Replace('\\', '/');
        report = report.Replace(site, "site", StringComparison.Ordinal).Replace(_line.Site, "site", StringComparison.Ordinal);
        return Seconds().Replace(PrintOfPath().Replace(Version().Replace(report, "\"version\": \"1\""), "\"(print)\""), "0.00 s");
    }

    [GeneratedRegex("\"version\": \"1\\.[^\"]+\"")]
    private static partial Regex Version();

    [GeneratedRegex("\"[0-9a-f]{32}\"")]
    private static partial Regex PrintOfPath();

    [GeneratedRegex(@"\d+\.\d\d s")]
    private static partial Regex Seconds();
}
