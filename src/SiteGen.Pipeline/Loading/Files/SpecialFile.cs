using System.Runtime.InteropServices;

namespace SiteGen.Pipeline.Loading.Files;

/// <summary>Detects special files: reading a pipe blocks, and a device may have no end.</summary>
/// <remarks>The runtime does not tell, the C library does. None of them has a size, so only files without one need a look.</remarks>
internal static partial class SpecialFile
{
    private const int KindMask = 0xF000;

    /// <summary>The kind of a special file, such as <c>a pipe</c>; null for a regular file, a folder or a missing path.</summary>
    public static string? KindOf(string path) => (ModeOf(path) & KindMask) switch
    {
        0x1000 => "a pipe",
        0x2000 or 0x6000 => "a device",
        0xC000 => "a socket",
        _ => null,
    };

    private static int ModeOf(string path)
    {
        try
        {
            return OperatingSystem.IsLinux() ? ModeOnLinux(path) : OperatingSystem.IsMacOS() ? ModeOnMac(path) : 0;
        }
        catch (EntryPointNotFoundException)
        {
            // A C library from before 2018.
            return 0;
        }
    }

    private static int ModeOnLinux(string path)
    {
        const int FromCurrentFolder = -100;
        const int KindOnly = 1;
        var result = new byte[256];
        return StatX(FromCurrentFolder, path, 0, KindOnly, result) == 0 ? BitConverter.ToUInt16(result, 28) : 0;
    }

    private static int ModeOnMac(string path)
    {
        var result = new byte[256];
        var isRead = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? Stat(path, result) : StatOnIntel(path, result);
        return isRead == 0 ? BitConverter.ToUInt16(result, 4) : 0;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int folder, string path, int flags, uint mask, [Out] byte[] result);

    [LibraryImport("libc", EntryPoint = "stat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat(string path, [Out] byte[] result);

    [LibraryImport("libc", EntryPoint = "stat$INODE64", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatOnIntel(string path, [Out] byte[] result);
}
