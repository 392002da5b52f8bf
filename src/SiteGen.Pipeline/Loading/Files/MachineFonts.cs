using System.Diagnostics.CodeAnalysis;

namespace SiteGen.Pipeline.Loading.Files;

/// <summary>Tells whether the fonts of the machine can be found.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The door through which files are read")]
internal static class MachineFonts
{
    private const string UsualFolder = "/etc/fonts";

    /// <summary>Whether fontconfig finds its configuration, without which it complains on the standard error.</summary>
    public static bool AreSetUp => !OperatingSystem.IsLinux() || Path.Exists(
        Environment.GetEnvironmentVariable("FONTCONFIG_FILE") is { Length: > 0 } file && Path.IsPathRooted(file)
            ? file
            : Path.Combine(Environment.GetEnvironmentVariable("FONTCONFIG_PATH") ?? UsualFolder, "fonts.conf"));
}
