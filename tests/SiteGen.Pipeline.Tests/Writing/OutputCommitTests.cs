using SiteGen.Pipeline.Writing;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Writing;

/// <summary>All of the changes of a build, or none.</summary>
public sealed class OutputCommitTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly OutputFolder _output;

    public OutputCommitTests()
    {
        foreach (var (path, text) in new[] { ("posts/a/index.html", "a"), ("posts/b/index.html", "b"), ("old/index.html", "old") })
        {
            Write($"_site/{path}", text);
        }

        _output = new OutputFolder(_folder["_site"], _folder.Path);
    }

    public void Dispose()
    {
        _output.Staging.Clear();
        _folder.Dispose();
    }

    [Fact]
    public void All_changes_are_made_and_nothing_stays_behind()
    {
        Stage();
        var commit = _output.BeginCommit();
        commit.Run(() => Change(commit));
        _output.Staging.Clear();
        Assert.Equal(
            ["_site/list", "_site/posts/a/index.html", "_site/posts/b/index.html", "_site/posts/new/index.html", "_site/tags/x/index.html"],
            TempFolder.Contents(_folder.Path).Keys);
        Assert.Equal(["list", "posts", "tags"], Names("_site"));
        Assert.Equal("A", File.ReadAllText(_folder["_site/posts/a/index.html"]));
    }

    [Theory]
    [InlineData("posts/b/index.html")]
    [InlineData("tags/x/index.html")]
    [InlineData("posts/new/index.html")]
    [InlineData("list")]
    public void A_change_that_the_system_refuses_takes_back_those_before_it(string refused)
    {
        Stage();
        // Put in the way when the build has looked at everything already: a folder that is not empty.
        if (File.Exists(_folder[$"_site/{refused}"]))
        {
            File.Delete(_folder[$"_site/{refused}"]);
        }

        Write($"_site/{refused}/taken", "mine");
        var before = TempFolder.Contents(_folder["_site"]);
        var commit = _output.BeginCommit();
        var refusal = Assert.Throws<CommitException>(() => commit.Run(() => Change(commit)));
        Assert.True(refusal.IsRestored);
        Assert.Equal(before, TempFolder.Contents(_folder["_site"]));
    }

    [Fact]
    public void A_bug_takes_back_what_was_changed_as_well()
    {
        Stage();
        var before = TempFolder.Contents(_folder["_site"]);
        var commit = _output.BeginCommit();
        Assert.Throws<InvalidOperationException>(() => commit.Run(() =>
        {
            Change(commit);
            throw new InvalidOperationException();
        }));
        Assert.Equal(before, TempFolder.Contents(_folder["_site"]));
    }

    [Fact]
    public void What_cannot_be_taken_back_is_told_and_the_list_of_what_was_to_come_stays()
    {
        Stage();
        var commit = _output.BeginCommit();
        var refusal = Assert.Throws<CommitException>(() => commit.Run(() =>
        {
            Change(commit);
            Directory.Delete(_folder["_site/posts/a"], recursive: true);
            throw new IOException();
        }));
        Assert.False(refusal.IsRestored);
        Assert.Equal("list", File.ReadAllText(_folder["_site/list"]));
        Assert.Equal("b", File.ReadAllText(_folder["_site/posts/b/index.html"]));
        Assert.Equal("old", File.ReadAllText(_folder["_site/old/index.html"]));
    }

    private void Stage()
    {
        _output.StageNew("posts/new/index.html", "new"u8);
        _output.StageNew("tags/x/index.html", "x"u8);
        _output.StageChanged(0, "A"u8);
        _output.StageChanged(1, "B"u8);
        _output.StageChanged(2, "list"u8);
    }

    private static void Change(OutputCommit commit)
    {
        commit.Announce(2, "list");
        commit.PlaceNew();
        commit.Replace(0, "posts/a/index.html");
        commit.Replace(1, "posts/b/index.html");
        commit.Remove("old/index.html");
    }

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
        File.WriteAllText(_folder[path], text);
    }

    private IEnumerable<string?> Names(string folder) =>
        Directory.EnumerateFileSystemEntries(_folder[folder]).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
