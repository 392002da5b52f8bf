using SiteGen.Cli.Terminal;

namespace SiteGen.Cli.Tests.Starting;

/// <summary>What the program asks of git and of an editor.</summary>
[Collection(nameof(EnvironmentTests))]
public sealed class OtherProgramsTests : IDisposable
{
    private readonly StartedSite _site = new("time_zone: UTC\n");
    private readonly Dictionary<string, string?> _before = [];

    public void Dispose()
    {
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        _site.Dispose();
    }

    [Theory]
    [InlineData("vi", "vi")]
    [InlineData("  code  -w ", "code", "-w")]
    [InlineData("\"/opt/My Editor/run\" -w 'a b'", "/opt/My Editor/run", "-w", "a b")]
    [InlineData("a\"b c\"d ''", "ab cd", "")]
    [InlineData("'it''s' \"'\"", "its", "'")]
    [InlineData("")]
    public void A_command_line_is_taken_apart_as_by_a_shell(string command, params string[] words) =>
        Assert.Equal(words, OtherPrograms.WordsOf(command));

    [Fact]
    public void The_author_is_the_one_that_git_knows_where_the_site_names_none()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var hasGit = folders.Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "git.exe" : "git")));
        _site.Write("none.txt", "");
        _site.Write("name.txt", "[user]\n\tname = Åsa \\\"Å\\\" Berg\n");
        Set("GIT_CONFIG_NOSYSTEM", "1");
        Set("GIT_CONFIG_GLOBAL", Path.Combine(_site.Path, "none.txt"));
        Set("GIT_CEILING_DIRECTORIES", _site.Around);
        _site.New("post", "A");
        Assert.DoesNotContain("author", _site["posts/2026-03-05-a.md"], StringComparison.Ordinal);
        Set("GIT_CONFIG_GLOBAL", Path.Combine(_site.Path, "name.txt"));
        _site.New("post", "B");
        Set("PATH", _site.Path);
        _site.New("post", "C");
        Assert.DoesNotContain("author", _site["posts/2026-03-05-c.md"], StringComparison.Ordinal);
        if (hasGit)
        {
            Assert.Contains("\nauthor: \"Åsa \\\"Å\\\" Berg\"\n", _site["posts/2026-03-05-b.md"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Without_an_editor_nothing_is_written()
    {
        Set("VISUAL", null);
        Set("EDITOR", " ");
        Assert.Equal(
            "sitegen: '--edit' does not know your editor: neither VISUAL nor EDITOR is set\n"
                + "  hint: set one of them, such as EDITOR=nano, or leave --edit out",
            StartedSite.Refusal(_site.New("post", "A", "--edit"), 2));
        Assert.False(_site.Has("posts"));
    }

    [Fact]
    public void An_editor_is_started_with_its_arguments_and_the_file()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var script = _site.Write("edit script.sh", "echo \"$1\" >> \"$2\"\n");
        Set("VISUAL", $"/bin/sh '{script}' edited");
        Set("EDITOR", "false");
        Assert.Equal(["pages/a.md"], _site.Printed(_site.New("page", "A", "-e")));
        Assert.Equal("---\ntitle: A\n---\n\nedited\n", _site["pages/a.md"]);
    }

    [Fact]
    public void An_editor_that_cannot_be_started_is_named_and_the_file_stays()
    {
        Set("VISUAL", "no-such-editor -w");
        var result = _site.New("page", "A", "--edit");
        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith("sitegen: the editor 'no-such-editor' cannot be started", result.Error, StringComparison.Ordinal);
        Assert.True(_site.Has("pages/a.md"));
    }

    private void Set(string name, string? value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }
}
