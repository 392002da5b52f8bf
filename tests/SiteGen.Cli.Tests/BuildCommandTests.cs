using System.Text.RegularExpressions;

namespace SiteGen.Cli.Tests;

/// <summary><c>sitegen build</c>: exit codes, messages, and what is left alone.</summary>
public sealed partial class BuildCommandTests : IDisposable
{
    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    public void A_good_site_is_built_and_summed_up()
    {
        var result = _line.Build();
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Matches(Summary(), result.Output);
        Assert.Contains("<p>Hi.</p>", File.ReadAllText(_line.OutputFile("posts/hello/index.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_build_changes_nothing_and_says_so()
    {
        _line.Build();
        Assert.Contains(": nothing changed; 0 warnings, 0 errors;", _line.Build().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_in_the_site_is_exit_code_1_and_names_its_place()
    {
        _line.Write("site/templates/post.html", "<h1>{{ post.title | upcsae }}</h1>");
        var result = _line.Build();
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("templates/post.html(1,21): error SG3204: there is no function 'upcsae'", result.Error, StringComparison.Ordinal);
        Assert.Contains("hint: did you mean 'string.upcase'?", result.Error, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(result.Error, "SG3204"));
        Assert.Contains("1 error;", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_is_no_failure_unless_strict_and_strict_leaves_the_output_untouched()
    {
        _line.Build();
        var before = File.ReadAllBytes(_line.OutputFile("posts/hello/index.html"));
        _line.Write("site/posts/hello.md", "---\ntitle: Hello\ntagz: [a]\ndate: 2020-01-12\n---\nHi again.\n");
        var strict = _line.Build("--strict");
        Assert.Equal(1, strict.ExitCode);
        Assert.Contains("SG2103", strict.Error, StringComparison.Ordinal);
        Assert.Contains("nothing was written because of the problems above", strict.Output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_line.OutputFile("posts/hello/index.html")));
        Assert.Equal(0, _line.Build().ExitCode);
        Assert.NotEqual(before, File.ReadAllBytes(_line.OutputFile("posts/hello/index.html")));
    }

    [Fact]
    public void An_unknown_key_of_the_configuration_is_exit_code_2_with_its_line_and_a_suggestion()
    {
        _line.Write("site/sitegen.yml", "title: A\ndescripton: B\n");
        var result = _line.Build();
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("sitegen.yml(2,1): error SG1002: 'descripton' is not an option", result.Error, StringComparison.Ordinal);
        Assert.Contains("hint: did you mean 'description'?", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_line.OutputFile("")));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_exit_code_2()
    {
        var result = CommandLine.Run("build", "-s", _line["nowhere"]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains($"there is no folder '{_line["nowhere"]}'", result.Error, StringComparison.Ordinal);
        Assert.Contains("hint: name the folder that holds your posts/ with -s", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_another_program_is_exit_code_2_and_nothing_is_written()
    {
        _line.Write("jekyll/_config.yml", "title: A\n");
        _line.Write("jekyll/_posts/2020-01-01-a.md", "A\n");
        var result = CommandLine.Run("build", "-s", _line["jekyll"]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("sitegen: error SG1014: this folder looks like a site of Jekyll", result.Error, StringComparison.Ordinal);
        Assert.Contains("'posts: _posts'", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_line["jekyll/_site"]));
        Assert.Equal(2, CommandLine.Run("serve", "-s", _line["jekyll"], "-p", "0").ExitCode);
    }

    [Fact]
    public void A_configuration_that_is_not_there_is_exit_code_2()
    {
        var result = _line.Build("-c", _line["none.yml"]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("none.yml", result.Error, StringComparison.Ordinal);
        Assert.Contains("SG1001", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_where_the_output_folder_belongs_is_exit_code_3()
    {
        _line.Write("taken/file", "mine");
        var result = _line.Build("-o", _line["taken/file"]);
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("taken/file", result.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_line["taken/file"]));
    }

    [Fact]
    public void An_interrupted_build_is_exit_code_130_and_leaves_the_output_as_it_was()
    {
        using var interruption = new CancellationTokenSource();
        interruption.Cancel();
        var result = CommandLine.Run(interruption.Token, "build", "-s", _line.Site);
        Assert.Equal((130, ""), (result.ExitCode, result.Output));
        Assert.Equal($"sitegen: interrupted; the output is as it was{Environment.NewLine}", result.Error);
        Assert.False(File.Exists(_line.OutputFile("index.html")));
    }

    [Fact]
    public void A_clock_that_is_no_time_is_exit_code_2()
    {
        var result = _line.Build("--clock", "noonish");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("--clock", result.Error, StringComparison.Ordinal);
        Assert.Contains("hint: write --clock 2026-03-05T12:00:00Z", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_clock_decides_what_is_in_the_future()
    {
        Assert.Contains("1 post left out;", _line.Build("--clock", "2020-01-11T12:00:00Z").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("left out", _line.Build("--clock", "2020-01-13T12:00:00Z").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("left out", _line.Build("--clock", "2020-01-11T12:00:00Z", "-F").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_that_nobody_gave_an_address_is_a_warning_with_its_cure()
    {
        var result = CommandLine.Run("build", "-s", _line.Site);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("sitegen.yml: warning SG1013: there is no 'base_url'", result.Error, StringComparison.Ordinal);
        Assert.Contains("'base_url: https://example.org/'", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, CommandLine.Run("build", "-s", _line.Site, "--strict").ExitCode);
    }

    [Fact]
    public void A_dry_run_writes_nothing()
    {
        var result = _line.Build("-n");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Matches(Summary(), result.Output);
        Assert.False(Directory.Exists(_line.OutputFile("")));
    }

    [Fact]
    public void A_quiet_build_says_nothing_but_problems()
    {
        Assert.Equal(new CommandResult(0, "", ""), _line.Build("-q"));
        _line.Write("site/posts/hello.md", "---\ntitle: Hello\ntagz: [a]\ndate: 2020-01-12\n---\nHi.\n");
        var result = _line.Build("-q");
        Assert.Equal((0, ""), (result.ExitCode, result.Output));
        Assert.Contains("SG2103", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_warnings_of_one_kind_the_first_are_shown_and_the_others_counted()
    {
        _line.Write("site/posts/many.md", string.Concat(Enumerable.Range(1, 25).Select(number => $"![x](no-{number}.png)\n\n")));
        var result = _line.Build();
        Assert.Equal(20, result.Error.Split("warning SG4009").Length - 1);
        Assert.EndsWith("and 5 more of the kind SG4009 (missing-picture): -v shows all of them\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("25 warnings", result.Output, StringComparison.Ordinal);
        Assert.Equal(25, _line.Build("-v").Error.Split("warning SG4009").Length - 1);
    }

    [Fact]
    public void A_verbose_build_names_the_time_of_every_stage()
    {
        var lines = _line.Build("-v").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["parse", "model", "route", "render", "write"], lines[..^2].Select(line => line.Split(' ')[0]));
        Assert.All(lines[..^2], line => Assert.Matches(@"^\w+ +[\d.]+ ms\r?$", line));
        Assert.Matches(Summary(), $"{lines[^2]}\n{lines[^1]}\n");
    }

    [GeneratedRegex(
        @"^1 post, 1 page, 5 lists, 3 feeds, 5 files: \d+ written, 0 removed; 0 warnings, 0 errors; \d+\.\d\d s\r?\n(the site is in|nothing was written).*\n$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Summary();
}
