using System.Diagnostics.CodeAnalysis;
using SiteGen.Pipeline.Configuration;

namespace SiteGen.Pipeline.Loading;

/// <summary>What is in a site's folder besides its sources.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "Looks for a folder that is not listed")]
internal static class SiteFolder
{
    /// <summary>Whether the site has a folder of this name, whatever it is for.</summary>
    public static bool Has(SiteOptions options, string name) => Directory.Exists(Path.Combine(options.SourceFolder, name));
}
