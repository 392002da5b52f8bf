using System.Collections.Immutable;
using SiteGen.Pipeline.Localization;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Pipeline.Content;

/// <summary>All templates of a site, and what stands for each.</summary>
internal sealed record ParsedTemplates(TemplateSet Set, IReadOnlyDictionary<ulong, Fingerprint> Fingerprints)
{
    /// <summary>The words that templates show.</summary>
    public required TranslationCatalog Words { get; init; }

    /// <summary>Identifies a template by its name from build to build.</summary>
    public static ulong IdOf(string name) => Fingerprint.Compute(name).Low;

    /// <summary>What stands for a template; nothing when it is not there.</summary>
    public Fingerprint FingerprintOf(ulong id) => Fingerprints.GetValueOrDefault(id);
}
