using SiteGen.Pipeline.Writing;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Writing;

/// <summary>One build at a time in one folder.</summary>
public sealed class FolderLockTests
{
    [Fact]
    public void A_folder_is_locked_once_until_it_is_given_back()
    {
        using var folder = new TempFolder();
        using (var first = FolderLock.TryTake(folder.Path))
        {
            Assert.NotNull(first);
            Assert.True(first.IsAt(folder.Path));
            Assert.Null(FolderLock.TryTake(folder.Path));
            Assert.True(OperatingSystem.IsMacOS() || FolderLock.HolderOf(folder.Path) == Environment.ProcessId);
        }

        using var second = FolderLock.TryTake(folder.Path);
        Assert.NotNull(second);
        Assert.True(OperatingSystem.IsWindows() || !Directory.EnumerateFileSystemEntries(folder.Path).Any());
    }

    [Fact]
    public void A_lock_of_a_folder_that_was_replaced_is_known_to_be_none()
    {
        if (OperatingSystem.IsWindows())
        {
            // A folder with an open file in it cannot be replaced.
            return;
        }

        using var folder = new TempFolder();
        Directory.CreateDirectory(folder["a"]);
        using var taken = FolderLock.TryTake(folder["a"]);
        Directory.Move(folder["a"], folder["b"]);
        Assert.False(taken!.IsAt(folder["a"]));
        Directory.CreateDirectory(folder["a"]);
        Assert.False(taken.IsAt(folder["a"]));
        Assert.True(taken.IsAt(folder["b"]));
    }

    [Fact]
    public void Nobody_holds_a_folder_that_is_free_and_one_that_is_not_there_cannot_be_locked()
    {
        using var folder = new TempFolder();
        Assert.Null(FolderLock.HolderOf(folder.Path));
        Assert.Null(FolderLock.TryTake(folder["missing"]));
    }
}
