using System.Text;
using SiteGen.Pipeline.Writing;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Writing;

/// <summary>The door through which files are added to a site.</summary>
public sealed class NewSourceFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.md", FileObstacle.None, "a.md")]
    [InlineData("x/y/a.md", FileObstacle.None, "x/y/a.md")]
    [InlineData("there.md", FileObstacle.Exists, "there.md")]
    [InlineData("folder", FileObstacle.Exists, "folder")]
    [InlineData("there.md/a.md", FileObstacle.FileForFolder, "there.md")]
    [InlineData("link/a.md", FileObstacle.Link, "link")]
    [InlineData("link/x/a.md", FileObstacle.Link, "link")]
    [InlineData("dangling.md", FileObstacle.Exists, "dangling.md")]
    [InlineData("../a.md", FileObstacle.Outside, "../a.md")]
    [InlineData("folder/../a.md", FileObstacle.Outside, "folder/../a.md")]
    [InlineData("/a.md", FileObstacle.Outside, "/a.md")]
    [InlineData("", FileObstacle.Outside, "")]
    [InlineData("a\nb.md", FileObstacle.Outside, "a\nb.md")]
    public void A_file_is_added_inside_of_the_folder_and_over_nothing(string path, FileObstacle obstacle, string part)
    {
        Directory.CreateDirectory(_folder["site/folder"]);
        Directory.CreateDirectory(_folder["outside"]);
        File.WriteAllText(_folder["site/there.md"], "mine");
        Directory.CreateSymbolicLink(_folder["site/link"], _folder["outside"]);
        File.CreateSymbolicLink(_folder["site/dangling.md"], _folder["outside/none.md"]);
        var site = new NewSourceFiles(_folder["site"]);
        var file = new NewFile(path, "new"u8.ToArray());
        Assert.Equal((obstacle, part), site.ObstacleTo(file));
        Assert.Equal((obstacle, part), site.Add(file));
        Assert.Equal("mine", File.ReadAllText(_folder["site/there.md"]));
        Assert.Empty(TempFolder.Contents(_folder["outside"]));
        Assert.Equal("new", obstacle == FileObstacle.None ? File.ReadAllText(_folder[$"site/{path}"]) : "new");
        Assert.Equal(["outside", "site"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_file_is_added_to_only_while_it_is_as_it_was_read()
    {
        Directory.CreateDirectory(_folder["site"]);
        File.WriteAllText(_folder["site/a.yml"], "a\n");
        var site = new NewSourceFiles(_folder["site"]);
        var file = new NewFile("a.yml", "b\n"u8.ToArray()) { Before = "a\n"u8.ToArray() };
        Assert.Equal((FileObstacle.None, "a.yml"), site.Add(file));
        Assert.Equal("a\nb\n", File.ReadAllText(_folder["site/a.yml"]));
        Assert.Equal((FileObstacle.Changed, "a.yml"), site.Add(file));
        Assert.Equal((FileObstacle.Changed, "a.yml"), site.Add(file with { Before = "x\nb\n"u8.ToArray() }));
        Assert.Equal("a\nb\n", File.ReadAllText(_folder["site/a.yml"]));
    }

    [Fact]
    public void A_folder_with_only_a_history_is_empty()
    {
        var site = new NewSourceFiles(_folder["site"]);
        Assert.True(site is { IsEmpty: true, IsFile: false });
        Directory.CreateDirectory(_folder["site/.git"]);
        Assert.True(site.IsEmpty);
        File.WriteAllText(_folder["site/.gitignore"], "");
        Assert.False(site.IsEmpty);
        Assert.True(new NewSourceFiles(_folder["site/.gitignore"]).IsFile);
    }

    [Fact]
    public void Text_is_written_as_it_is()
    {
        var bytes = Encoding.UTF8.GetBytes("é🎉\r\n");
        new NewSourceFiles(_folder["site"]).Add(new NewFile("x/a.md", bytes));
        Assert.Equal(bytes, File.ReadAllBytes(_folder["site/x/a.md"]));
    }
}
