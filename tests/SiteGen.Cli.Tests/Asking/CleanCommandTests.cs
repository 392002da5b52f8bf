namespace SiteGen.Cli.Tests.Asking;

/// <summary><c>sitegen clean</c>.</summary>
public sealed class CleanCommandTests : IDisposable
{
    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    public void What_builds_have_written_is_removed_and_nothing_else()
    {
        _line.Build();
        var before = Directory.GetFiles(_line.Site, "*", SearchOption.AllDirectories).Length;
        Assert.True(before > 10);
        var result = CommandLine.Run("clean", "-s", _line.Site);
        Assert.Equal((0, ""), (result.ExitCode, result.Output));
        Assert.Matches(@"^removed \d+ files of the output and the folder \.sitegen\n$", result.Error);
        Assert.Equal(
            ["posts/hello.md"],
            Directory.GetFiles(_line.Site, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_line.Site, path)));
        Assert.False(Directory.Exists(Path.Combine(_line.Site, "_site")));
    }

    [Fact]
    public void Files_that_are_not_ours_or_were_edited_stay()
    {
        _line.Build();
        _line.Write("site/_site/CNAME", "example.org\n");
        _line.Write("site/_site/index.html", "edited");
        var result = CommandLine.Run("clean", "-s", _line.Site);
        Assert.Contains("'index.html' was edited since it was built, and stays", result.Error, StringComparison.Ordinal);
        Assert.Equal(
            ["_site/CNAME", "_site/index.html", "posts/hello.md"],
            Directory.GetFiles(_line.Site, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_line.Site, path))
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("-n")]
    [InlineData("--dry-run")]
    public void A_dry_run_removes_nothing(string option)
    {
        _line.Build();
        var before = Directory.GetFiles(_line.Site, "*", SearchOption.AllDirectories);
        var result = CommandLine.Run("clean", "-s", _line.Site, option);
        Assert.Matches(@"^would remove \d+ files of the output and the folder \.sitegen\n$", result.Error);
        Assert.Equal(before, Directory.GetFiles(_line.Site, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Nothing_to_remove_is_no_mistake() =>
        Assert.Equal(new CommandResult(0, "", "there is nothing to remove\n"), CommandLine.Run("clean", "-s", _line.Site));

    [Fact]
    public void A_link_in_place_of_our_folder_is_not_followed()
    {
        var outside = _line.Write("outside/precious.txt", "keep");
        Directory.CreateSymbolicLink(Path.Combine(_line.Site, ".sitegen"), Path.GetDirectoryName(outside)!);
        CommandLine.Run("clean", "-s", _line.Site);
        Assert.True(File.Exists(outside));
    }

    [Fact]
    public void A_wrong_configuration_is_exit_code_2() => Assert.Equal(
        2, CommandLine.Run("clean", "-s", _line.Site, "-c", _line["nowhere.yml"]).ExitCode);

    [Fact]
    public void A_build_after_it_is_as_the_first()
    {
        _line.Build();
        var first = File.ReadAllText(_line.OutputFile("index.html"));
        CommandLine.Run("clean", "-s", _line.Site);
        Assert.Equal(0, _line.Build().ExitCode);
        Assert.Equal(first, File.ReadAllText(_line.OutputFile("index.html")));
    }
}
