using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Writing;

/// <summary>The files of an output folder that earlier builds wrote, with fingerprints of their bytes.</summary>
/// <remarks>One line per file: 32 hexadecimal digits, a space, the path. Other lines are ignored.</remarks>
[DebuggerDisplay("{Files.Count} files")]
internal sealed record Manifest(IReadOnlyDictionary<string, Fingerprint> Files)
{
    /// <summary>Its name in the output folder.</summary>
    public const string FileName = ".sitegen-manifest";

    private static readonly StandardFormat s_digits = new('x', 16);

    private static ReadOnlySpan<byte> FirstLine => "sitegen manifest 1"u8;

    /// <summary>No files.</summary>
    public static readonly Manifest Empty = new(new Dictionary<string, Fingerprint>(StringComparer.Ordinal));

    /// <summary>Reads a manifest; another format counts as empty.</summary>
    public static Manifest Read(ReadOnlySpan<byte> utf8)
    {
        if (!utf8.StartsWith(FirstLine))
        {
            return Empty;
        }

        var files = new Dictionary<string, Fingerprint>(utf8.Count((byte)'\n'), StringComparer.Ordinal);
        foreach (var range in utf8.Split((byte)'\n'))
        {
            var line = utf8[range];
            if (line.Length > 33 && line[32] == ' '
                && ulong.TryParse(line[..16], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var high)
                && ulong.TryParse(line[16..32], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var low)
                && Encoding.UTF8.GetString(line[33..].TrimEnd((byte)'\r')) is var path && UrlPath.IsInside(path))
            {
                // The file may have been edited: a path outside the folder must never be deleted.
                files[path] = new Fingerprint(high, low);
            }
        }

        return new Manifest(files);
    }

    /// <summary>The content of the file.</summary>
    public ReadOnlyMemory<byte> ToUtf8()
    {
        var text = new Utf8Buffer(Files.Count * 100);
        text.Write(FirstLine);
        text.Write("\n"u8);
        var paths = new List<string>(Files.Keys);
        paths.Sort(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            Write(Files[path], text);
            text.Write(" "u8);
            text.Write(path);
            text.Write("\n"u8);
        }

        return text.WrittenMemory;
    }

    private static void Write(Fingerprint fingerprint, Utf8Buffer text)
    {
        text.Advance(Utf8Formatter.TryFormat(fingerprint.High, text.GetSpan(16), out var high, s_digits) ? high : 0);
        text.Advance(Utf8Formatter.TryFormat(fingerprint.Low, text.GetSpan(16), out var low, s_digits) ? low : 0);
    }
}

/// <summary>What earlier builds left in the output folder.</summary>
/// <param name="IsFresh">Whether there is nothing.</param>
/// <param name="Written">The manifest of the last build.</param>
/// <param name="Pending">What a killed build was about to change; empty when the last one was not killed.</param>
[DebuggerDisplay("{Written.Files.Count} files, {Pending.Files.Count} pending")]
internal sealed record LastOutputs(bool IsFresh, Manifest Written, Manifest Pending)
{
    /// <summary>Reads the manifests of the output folder.</summary>
    /// <exception cref="IOException">The system refuses to read them.</exception>
    /// <exception cref="UnauthorizedAccessException">They may not be read.</exception>
    public static LastOutputs Read(SiteOptions options)
    {
        var folder = new OutputFolder(options.OutputFolder, options.SourceFolder);
        return folder.IsEmpty
            ? new LastOutputs(true, Manifest.Empty, Manifest.Empty)
            : new LastOutputs(
                false,
                Manifest.Read(folder.Read(Manifest.FileName)),
                Manifest.Read(folder.Read(OutputUpdate.PendingName)));
    }
}
