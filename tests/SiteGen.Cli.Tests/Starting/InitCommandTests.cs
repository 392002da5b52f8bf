using SiteGen.Testing;

namespace SiteGen.Cli.Tests.Starting;

/// <summary><c>sitegen init</c>: a small site to start from.</summary>
public sealed class InitCommandTests : IDisposable
{
    private const string Clock = "2026-03-05T12:00:00Z";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_site_builds_without_a_problem_and_the_next_steps_are_named()
    {
        var result = Init("my-blog");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            [".gitignore", ".sitegen.schema.json", "pages/about.md", "posts/morning.svg", "posts/pictures-and-drafts/boat.svg",
                "posts/pictures-and-drafts/index.md", "posts/welcome.md", "sitegen.yml"],
            TempFolder.Contents(_folder["my-blog"]).Keys);
        Assert.All(result.Output.TrimEnd().Split('\n'), line => Assert.StartsWith("added ", line, StringComparison.Ordinal));
        Assert.All(["\n  cd ", "\n  sitegen serve", "\n  sitegen new post", "\n  sitegen build"],
            step => Assert.Contains(step, result.Error, StringComparison.Ordinal));

        var strict = CommandLine.Run("build", "-s", _folder["my-blog"], "-b", "https://example.org/", "--strict", "--clock", Clock);
        Assert.Equal((0, ""), (strict.ExitCode, strict.Error));
        Assert.Contains("2 posts, 2 pages,", strict.Output, StringComparison.Ordinal);
        var home = File.ReadAllText(_folder["my-blog/_site/index.html"]);
        Assert.Contains("<title>My blog</title>", home, StringComparison.Ordinal);
        Assert.Contains("5 March 2026", home, StringComparison.Ordinal);
        Assert.Contains("4 March 2026", home, StringComparison.Ordinal);
        var post = File.ReadAllText(_folder["my-blog/_site/posts/welcome/index.html"]);
        Assert.Contains("alt=\"An open notebook and a pencil", post, StringComparison.Ordinal);
    }

    [Fact]
    public void A_build_right_after_warns_of_nothing_but_the_base_url()
    {
        Init("my-blog");
        var build = CommandLine.Run("build", "-s", _folder["my-blog"]);
        Assert.Equal(0, build.ExitCode);
        Assert.Contains("1 warning, 0 errors", build.Output, StringComparison.Ordinal);
        Assert.Contains("SG1013", build.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_but_the_title_and_the_dates_differs_from_site_to_site()
    {
        Init("one");
        Init("two", "--title", "Of: \"Things\"");
        var (one, two) = (TempFolder.Contents(_folder["one"]), TempFolder.Contents(_folder["two"]));
        Assert.Equal(["sitegen.yml"], one.Where(file => !file.Value.AsSpan().SequenceEqual(two[file.Key])).Select(file => file.Key));
        Assert.Contains("\ntitle: One\n", File.ReadAllText(_folder["one/sitegen.yml"]), StringComparison.Ordinal);
        Assert.Contains("\ntitle: \"Of: \\\"Things\\\"\"\n", File.ReadAllText(_folder["two/sitegen.yml"]), StringComparison.Ordinal);
        Assert.StartsWith("# ", File.ReadAllText(_folder["one/sitegen.yml"]), StringComparison.Ordinal);
        Assert.DoesNotContain(one, file => System.Text.Encoding.UTF8.GetString(file.Value).Contains("{{", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("the-allotment", "The allotment")]
    [InlineData("notes_from  here", "Notes from here")]
    [InlineData("überblick", "Überblick")]
    [InlineData("---", "My blog")]
    [InlineData("42", "\"42\"")]
    public void The_title_is_made_of_the_name_of_the_folder(string folder, string title)
    {
        Assert.Equal(0, Init(folder).ExitCode);
        Assert.Contains($"\ntitle: {title}\n", File.ReadAllText(_folder[$"{folder}/sitegen.yml"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_leaves_the_next_steps_out() => Assert.Equal("", Init("a", "-q").Error);

    [Fact]
    public void A_folder_with_files_in_it_is_refused_and_one_with_only_a_history_is_not()
    {
        Write("used/notes.txt", "mine");
        var refusal = StartedSite.Refusal(Init("used"), 2);
        Assert.Equal(
            $"sitegen: the folder '{_folder["used"]}' is not empty\n"
                + "  hint: name a new folder; or add --force, which adds what is missing and changes nothing",
            refusal);
        Assert.Equal(["notes.txt"], TempFolder.Contents(_folder["used"]).Keys);
        Write("cloned/.git/HEAD", "ref: refs/heads/main\n");
        Assert.Equal(0, Init("cloned").ExitCode);
    }

    [Fact]
    public void With_force_only_what_is_missing_is_added()
    {
        Write("used/sitegen.yml", "title: Mine\nposts: content/posts\nstatic: [files]\n");
        Write("used/content/posts/welcome.md", "---\ntitle: Mine\n---\n");
        var result = Init("used", "--force");
        Assert.Equal(0, result.ExitCode);
        string[] lines = [.. result.Output.ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(line => line.Split(' ')[0])];
        Assert.Equal(["added", "added", "added", "added", "added", "kept", "kept", "added"], lines);
        Assert.Equal("---\ntitle: Mine\n---\n", File.ReadAllText(_folder["used/content/posts/welcome.md"]));
        Assert.StartsWith("title: Mine\n", File.ReadAllText(_folder["used/sitegen.yml"]), StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["used/content/posts/pictures-and-drafts/index.md"]));
        Assert.False(Directory.Exists(_folder["used/posts"]));
        var again = Init("used", "--force").Output.TrimEnd().Split('\n');
        Assert.All(again, line => Assert.StartsWith("kept ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void With_force_a_broken_configuration_is_reported_as_by_a_build()
    {
        Write("used/sitegen.yml", "titel: Mine\n");
        Assert.Contains("sitegen.yml(1,1): error SG1002", StartedSite.Refusal(Init("used", "--force"), 2), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_for_a_folder_is_refused()
    {
        var file = Write("taken", "mine");
        Assert.Equal(
            $"sitegen: '{file}' is a file\n  hint: name a folder, which need not be there yet", StartedSite.Refusal(Init("taken"), 2));
        Write("half/posts", "mine");
        Assert.Contains("is a file, and a folder is needed there", Init("half", "--force").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--title", " ")]
    [InlineData("--title", "a\nb")]
    [InlineData("--title", "")]
    [InlineData("--clock", "soon")]
    [InlineData("more", "words")]
    public void What_cannot_be_used_is_refused_and_nothing_is_made(params string[] arguments)
    {
        StartedSite.Refusal(CommandLine.Run(["init", _folder["new"], .. arguments]), 2);
        Assert.False(Directory.Exists(_folder["new"]));
    }

    [Fact]
    public void A_disk_that_refuses_is_exit_code_3()
    {
        var file = Write("taken", "mine");
        var result = CommandLine.Run("init", Path.Combine(file, "blog"));
        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.Contains("cannot be written: ", result.Error, StringComparison.Ordinal);
    }

    private CommandResult Init(string folder, params string[] arguments) =>
        CommandLine.Run(["init", _folder[folder], "--clock", Clock, .. arguments]);

    private string Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
        File.WriteAllText(_folder[path], text);
        return _folder[path];
    }
}
