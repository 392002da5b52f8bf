namespace SiteGen.Testing;

/// <summary>A test by way of another program: skipped, and counted so, where that is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InstalledFactAttribute : Xunit.FactAttribute
{
    /// <summary>A test that runs where a program is in the usual folder of Linux.</summary>
    public InstalledFactAttribute(string program)
    {
        Program = program;
        Skip = OperatingSystem.IsLinux() && File.Exists($"/usr/bin/{program}") ? null : $"{program} is not installed";
    }

    /// <summary>The program.</summary>
    public string Program { get; }
}
