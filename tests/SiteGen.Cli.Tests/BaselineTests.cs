namespace SiteGen.Cli.Tests;

/// <summary><c>build --baseline</c> and <c>--max-warnings</c>: an old blog that warns, and a build that must not fail for it.</summary>
public sealed class BaselineTests : IDisposable
{
    private readonly CommandLine _line = new();
    private readonly string _file;

    public BaselineTests()
    {
        _file = _line["known.txt"];
        _line.Write("site/sitegen.yml", "base_url: https://example.org/\n");
        _line.Write("site/posts/old.md", "---\ntitle: Old\ntagz: a\n---\n[a](a.md)\n\n[b](b.md)\n");
    }

    public void Dispose() => _line.Dispose();

    [Fact]
    public void It_is_written_when_asked_and_then_lets_a_strict_build_pass()
    {
        var written = _line.Build("--baseline", _file, "--update-baseline");
        Assert.Equal((0, ""), (written.ExitCode, written.Error));
        Assert.Contains("; 0 warnings, 0 errors (and 3 known warnings);", written.Output, StringComparison.Ordinal);
        Assert.Equal(
            """
            # sitegen baseline 1: the warnings that are known; delete a line when it is fixed
            SG2103 posts/old.md: tagz: a
            SG4001 posts/old.md: [a](a.md)
            SG4001 posts/old.md: [b](b.md)

            """.ReplaceLineEndings("\n"),
            File.ReadAllText(_file));
        var strict = _line.Build("--baseline", _file, "--strict");
        Assert.Equal((0, ""), (strict.ExitCode, strict.Error));
        Assert.Contains("(and 3 known warnings)", strict.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_warning_fails_and_known_ones_stay_known_when_lines_move()
    {
        _line.Build("--baseline", _file, "--update-baseline");
        _line.Write("site/posts/old.md", "---\ntitle: Old\ntagz: a\n---\nNew.\n\n[c](c.md)\n\n[a](a.md)\n\n[b](b.md)\n");
        var result = _line.Build("--baseline", _file, "--strict");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("posts/old.md(7,5): warning SG4001: link target 'posts/c.md'", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.Split("warning SG").Skip(1));
    }

    [Fact]
    public void As_many_as_are_known_and_no_more()
    {
        _line.Build("--baseline", _file, "--update-baseline");
        _line.Write("site/posts/old.md", "---\ntitle: Old\ntagz: a\n---\n[a](a.md)\n\n[b](b.md)\n\n[a](a.md)\n");
        Assert.Contains("1 warning, 0 errors (and 3 known warnings)", _line.Build("--baseline", _file).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_fixed_is_said_and_leaves_the_file_with_the_next_update()
    {
        _line.Build("--baseline", _file, "--update-baseline");
        _line.Write("site/posts/old.md", "---\ntitle: Old\n---\n[a](a.md)\n");
        Assert.Contains(
            "2 known warnings are fixed: --update-baseline leaves them out",
            _line.Build("--baseline", _file).Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("fixed", _line.Build("--baseline", _file, "--update-baseline").Output, StringComparison.Ordinal);
        Assert.Equal(2, File.ReadAllLines(_file).Length);
    }

    [Fact]
    public void Line_ends_of_another_system_and_a_mark_of_its_editors_do_no_harm()
    {
        _line.Build("--baseline", _file, "--update-baseline");
        File.WriteAllText(_file, "\uFEFF" + File.ReadAllText(_file).ReplaceLineEndings("\r\n"));
        Assert.Equal(0, _line.Build("--baseline", _file, "--strict").ExitCode);
    }

    [Fact]
    public void An_error_is_never_known()
    {
        _line.Write("site/posts/bad.md", "---\ntitle: [a\n---\n");
        Assert.Equal(1, _line.Build("--baseline", _file, "--update-baseline").ExitCode);
        Assert.DoesNotContain("SG2002", File.ReadAllText(_file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_missing_or_is_not_a_baseline_is_exit_code_2_and_stays_as_it_is()
    {
        var missing = _line.Build("--baseline", _file);
        Assert.Equal((2, ""), (missing.ExitCode, missing.Output));
        Assert.Contains("hint: add --update-baseline", missing.Error, StringComparison.Ordinal);
        var post = _line["site/posts/hello.md"];
        var before = File.ReadAllText(post);
        Assert.Equal(2, _line.Build("--baseline", post, "--update-baseline").ExitCode);
        Assert.Equal(before, File.ReadAllText(post));
        Assert.Contains("--baseline known-warnings.txt", _line.Build("--update-baseline").Error, StringComparison.Ordinal);
        Assert.Equal(0, _line.Build("-n", "--baseline", _file, "--update-baseline").ExitCode);
        Assert.False(File.Exists(_file));
    }

    [Fact]
    public void More_warnings_than_are_let_pass_leave_the_output_untouched()
    {
        var refused = _line.Build("--max-warnings", "2");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("nothing was written because of the problems above", refused.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(_line.OutputFile("index.html")));
        Assert.Equal(0, _line.Build("--max-warnings", "3").ExitCode);
        Assert.Equal(2, _line.Build("--max-warnings", "many").ExitCode);
        Assert.Equal(2, _line.Build("--max-warnings", "-1").ExitCode);
    }
}
