namespace SiteGen.Testing;

/// <summary>A folder for one test, gone when it is disposed of, and at the latest when the tests have ended.</summary>
public sealed class TempFolder : IDisposable
{
    // A folder in memory, where the system has one with room: thousands of small sites take half of the time there.
    private const string InMemory = "/dev/shm";
    private const long Room = 2L << 30;

    private static readonly string s_root = MakeRoot();
    private static int s_count;

    static TempFolder() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete(s_root);

    /// <summary>Makes an empty folder.</summary>
    public TempFolder() => Directory.CreateDirectory(Path);

    /// <summary>Where it is.</summary>
    public string Path { get; } = System.IO.Path.Combine(s_root, $"{Interlocked.Increment(ref s_count)}");

    /// <summary>The path of something in it.</summary>
    public string this[string relativePath] => System.IO.Path.Combine(Path, relativePath);

    /// <inheritdoc/>
    public void Dispose() => Delete(Path);

    /// <summary>Every file below a folder with its bytes, by its path with <c>/</c>.</summary>
    public static SortedDictionary<string, byte[]> Contents(string folder)
    {
        var contents = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [])
        {
            contents[System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/')] = File.ReadAllBytes(file);
        }

        return contents;
    }

    private static string MakeRoot()
    {
        var isChosen = Environment.GetEnvironmentVariable("TMPDIR") is { Length: > 0 };
        if (isChosen || !Directory.Exists(InMemory) || new DriveInfo(InMemory).AvailableFreeSpace < Room)
        {
            return Directory.CreateTempSubdirectory("sitegen-tests-").FullName;
        }

        return Directory.CreateDirectory(System.IO.Path.Combine(InMemory, $"sitegen-tests-{Environment.ProcessId}")).FullName;
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
