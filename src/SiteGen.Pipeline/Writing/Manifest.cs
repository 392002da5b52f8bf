using System.Diagnostics;
using System.Globalization;
using System.Text;
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

    private const string FirstLine = "sitegen manifest 1";

    /// <summary>No files.</summary>
    public static readonly Manifest Empty = new(new Dictionary<string, Fingerprint>(StringComparer.Ordinal));

    /// <summary>Reads a manifest; another format counts as empty.</summary>
    public static Manifest Read(ReadOnlySpan<byte> utf8)
    {
        var files = new Dictionary<string, Fingerprint>(StringComparer.Ordinal);
        var text = Encoding.UTF8.GetString(utf8);
        if (!text.StartsWith(FirstLine, StringComparison.Ordinal))
        {
            return Empty;
        }

        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.Length > 33 && line[32] == ' '
                && ulong.TryParse(line[..16], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var high)
                && ulong.TryParse(line[16..32], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var low)
                && line[33..].ToString() is var path && UrlPath.IsInside(path))
            {
                // The file may have been edited: a path outside the folder must never be deleted.
                files[path] = new Fingerprint(high, low);
            }
        }

        return new Manifest(files);
    }

    /// <summary>The content of the file.</summary>
    public byte[] ToUtf8()
    {
        var text = new StringBuilder(FirstLine).Append('\n');
        var paths = new List<string>(Files.Keys);
        paths.Sort(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            text.Append(Files[path]).Append(' ').Append(path).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
