using System.CommandLine;

namespace SiteGen.Cli.Terminal;

/// <summary>The version of the program, as <c>--version</c> prints it.</summary>
internal static class ProgramVersion
{
    /// <summary>Reads it.</summary>
    public static string Read()
    {
        using var version = new StringWriter();
        new RootCommand().Parse("--version").Invoke(new InvocationConfiguration { Output = version });
        return $"{version}".Trim();
    }
}
