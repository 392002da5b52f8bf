using System.Collections.Immutable;
using SiteGen.Pipeline.Highlighting;
using SiteGen.Pipeline.Localization;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Pipeline.Content;

/// <summary>All templates and their fingerprints.</summary>
internal sealed record ParsedTemplates(TemplateSet Set, IReadOnlyDictionary<ulong, Fingerprint> Fingerprints)
{
    /// <summary>The translations that templates use.</summary>
    public required TranslationCatalog Words { get; init; }

    /// <summary>The languages that code is coloured in.</summary>
    public GrammarSet Grammars { get; init; } = GrammarSet.BuiltIn;

    /// <summary>Identifies a template by its name, the same in every build.</summary>
    public static ulong IdOf(string name) => Fingerprint.Compute(name).Low;

    /// <summary>Fingerprint of a template; the default when it does not exist.</summary>
    public Fingerprint FingerprintOf(ulong id) => Fingerprints.GetValueOrDefault(id);
}
