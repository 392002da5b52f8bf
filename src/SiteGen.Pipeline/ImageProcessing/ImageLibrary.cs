using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetVips;
using SiteGen.Pipeline.Loading.Files;
using SiteGen.Text;

namespace SiteGen.Pipeline.ImageProcessing;

/// <summary>libvips: where it is, whether it can be used, and its version.</summary>
/// <remarks>It is loaded when its version is first asked for, once in a process.</remarks>
internal sealed class ImageLibrary
{
    private readonly string? _path;
    private readonly bool _hasMachineFonts;

    /// <summary>The library of a build.</summary>
    /// <param name="path">Its file; null for the one beside the program.</param>
    /// <param name="hasMachineFonts">Whether it draws with the fonts of the machine; otherwise with those only that it is given.</param>
    public ImageLibrary(string? path, bool hasMachineFonts = false) =>
        (_path, _hasMachineFonts) = (LibraryFile.Find(path, FileName), hasMachineFonts);

    /// <summary>What the library is called on this system.</summary>
    public static string FileName => OperatingSystem.IsWindows() ? "libvips-42.dll"
        : OperatingSystem.IsMacOS() ? "libvips.42.dylib"
        : "libvips.so.42";

    /// <summary>Time and size of its file, by which a later build knows that it is the same; the default when there is none.</summary>
    public Fingerprint Stamp => LibraryFile.StampOf(_path);

    /// <summary>The version, such as <c>8.18.7</c>; null when there is no library, or none that can be used.</summary>
    public string? Version => _path is null ? null : Started.VersionFrom(_path, _hasMachineFonts);

    /// <summary>Why there is no version: the reason of the system; null when there is no file.</summary>
    public string? Refusal => _path is null ? null : Started.Refusal;

    /// <summary>Whether it draws with the fonts that were asked for; it cannot be changed once it is started.</summary>
    public bool HasFontsAsAsked => Version is not null && Started.HasMachineFonts == _hasMachineFonts;

    /// <summary>The library once it is started; only one can be in a process, the one that was asked for first.</summary>
    private static class Started
    {
        // Written by any thread before the first use; the type's initializer runs once.
        private static volatile string s_path = "";
        private static volatile bool s_hasMachineFonts;

        public static string? Refusal => Attempt.Refusal;

        public static bool HasMachineFonts => Attempt.HasMachineFonts;

        public static string? VersionFrom(string path, bool hasMachineFonts)
        {
            (s_path, s_hasMachineFonts) = (path, hasMachineFonts);
            return Attempt.Version;
        }

        private static class Attempt
        {
            private static readonly string[] s_parts = ["VIPS", "GLib", "GLib-GObject", "GLib-GIO", "Pango", "librsvg"];

            static Attempt()
            {
                try
                {
                    // Loaded by its path first: the binding asks for it by name, and gets what is loaded already.
                    var library = NativeLibrary.Load(s_path);
                    HasMachineFonts = s_hasMachineFonts;
                    if (!HasMachineFonts || !MachineFonts.AreSetUp)
                    {
                        NativeVariables.Set(library, "FONTCONFIG_FILE", Path.GetDirectoryName(Path.GetFullPath(s_path)) ?? "");
                    }

                    Version = Start();
                }
                catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException or VipsException)
                {
                    Refusal = exception.Message;
                }
            }

            public static string? Version { get; }

            public static string? Refusal { get; }

            public static bool HasMachineFonts { get; }

            // Not inlined: when code that names the binding is compiled, the binding looks for the library.
            [MethodImpl(MethodImplOptions.NoInlining)]
            private static string Start()
            {
                // In a native program the binding does not start by itself; see Publish.props.
                if (!ModuleInitializer.VipsInitialized && ModuleInitializer.Exception is null)
                {
                    ModuleInitializer.Initialize();
                }

                if (!ModuleInitializer.VipsInitialized)
                {
                    throw new VipsException(ModuleInitializer.Exception?.Message ?? "libvips does not start");
                }

                // Threads are ours; with several of its own, AVIF files differ from run to run.
                NetVips.NetVips.Concurrency = 1;
                Cache.Max = 0;
                Cache.MaxMem = 0;
                Cache.MaxFiles = 0;
                // Its warnings would go to stderr, between our own messages.
                foreach (var part in s_parts)
                {
                    Log.SetLogHandler(part, Enums.LogLevelFlags.All, static (_, _, _) => { });
                }

                // Loaders that were never tested against hostile files stay off. Of SVG only the one that cards are drawn with is
                // on: pictures of posts come another way.
                NetVips.NetVips.BlockUntrusted = true;
                Operation.Block("VipsForeignLoadSvgBuffer", false);
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{NetVips.NetVips.Version(0)}.{NetVips.NetVips.Version(1)}.{NetVips.NetVips.Version(2)}");
            }
        }
    }
}
