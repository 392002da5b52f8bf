using System.Collections.Immutable;

namespace SiteGen.Pipeline.Inspection;

/// <summary>Answers questions about a planned site.</summary>
public sealed class SiteInspector
{
    private readonly InspectedSite _site;

    internal SiteInspector(InspectedSite site) => _site = site;

    /// <summary>The names of the lists that every site has, with what each has.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> Lists { get; } =
        [.. SiteListings.All.Select(listing => KeyValuePair.Create(listing.Name, listing.Description))];

    /// <summary>Every kind of problem; needs no site.</summary>
    public static Listing Rules() => SiteListings.Rules();

    /// <summary>The names of all lists of this site, its own taxonomies among them.</summary>
    public IEnumerable<string> Names =>
        Lists.Select(list => list.Key).Union(_site.Site.Taxonomies.Select(taxonomy => taxonomy.Name));

    /// <summary>A list by its name; null when there is none.</summary>
    public Listing? List(string name) => SiteListings.Find(name, _site)?.Create(_site);

    /// <summary>What appears and expires after the moment of the build, the next first.</summary>
    public Listing Schedule() => Inspection.Schedule.Create(_site);

    /// <summary>Why something is as it is.</summary>
    /// <param name="subject">An address, a path from the site's folder, or a file of the output.</param>
    /// <returns>Null when the site has nothing of this name.</returns>
    public Explanation? Explain(string subject) => new SiteExplainer(_site).Explain(subject);

    /// <summary>What a rule means.</summary>
    /// <param name="nameOrCode"><c>SG2103</c> or <c>unknown-key</c>.</param>
    /// <returns>Null when there is none.</returns>
    public static Explanation? ExplainRule(string nameOrCode) => RuleExplainer.Explain(nameOrCode);

    /// <summary>The name of something that can be explained and is nearly written so; null when there is none.</summary>
    public string? Nearest(string subject) => new SiteExplainer(_site).Nearest(subject);
}
