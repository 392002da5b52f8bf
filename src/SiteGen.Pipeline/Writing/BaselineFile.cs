using System.Diagnostics.CodeAnalysis;
using SiteGen.Pipeline.Rules.Silencing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Writing;

/// <summary>The file of a baseline, where the command line names it.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The only code that writes files")]
public static class BaselineFile
{
    /// <summary>Reads a baseline.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isMissing">Whether there is no such file.</param>
    /// <returns>Null when there is none, or it is not a baseline.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static Baseline? Read(string path, out bool isMissing)
    {
        isMissing = !Path.Exists(path);
        return isMissing ? null : Baseline.Parse(File.ReadAllBytes(path));
    }

    /// <summary>Writes a baseline: the old file stays until the new one is complete.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, IEnumerable<Diagnostic> warnings)
    {
        var unfinished = path + ".sitegen-new";
        File.WriteAllBytes(unfinished, Baseline.ToUtf8(warnings));
        File.Move(unfinished, path, overwrite: true);
    }
}
