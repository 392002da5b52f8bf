using System.Collections.Immutable;
using SiteGen.Pipeline.Data;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Localization;
using SiteGen.Pipeline.Modeling;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.Rendering.Views;

/// <summary><c>taxonomy</c> in templates.</summary>
internal sealed class TaxonomyView(PageScope scope, Taxonomy taxonomy) : IClosedMembers
{
    public string Description => "a taxonomy";

    public ImmutableArray<string> Names { get; } =
        ["name", "singular", "title", "url", "description", "terms", "by_use", "letters", "is_tree"];

    public bool TryGet(string name, out Value value)
    {
        (var known, value) = name switch
        {
            "name" => (true, Value.From(taxonomy.Name)),
            "singular" => (true, Value.From(taxonomy.Options.Singular)),
            "title" => (true, Value.From(scope.Language.TitleOf(taxonomy))),
            "url" => (true, Value.From(scope.Urls.Link(taxonomy.Url))),
            "description" => (true, scope.ListPageContentOf(taxonomy.Url)),
            "terms" => (true, TermsOf(scope, taxonomy)),
            "by_use" => (true, ByUse()),
            "letters" => (true, Letters()),
            "is_tree" => (true, Value.From(Terms().Any(term => term.Depth > 0))),
            _ => (false, Value.Nil),
        };
        return known;
    }

    /// <summary>All terms of a taxonomy, by name.</summary>
    public static Value TermsOf(PageScope scope, Taxonomy taxonomy)
    {
        scope.Dependencies.Note(new DependencyKey(DependencyKind.Terms, DependencyFingerprints.TermsIdOf(taxonomy), 0));
        return scope.Views.ListOf(taxonomy);
    }

    private ImmutableArray<Term> Terms()
    {
        scope.Dependencies.Note(new DependencyKey(DependencyKind.Terms, DependencyFingerprints.TermsIdOf(taxonomy), 0));
        return taxonomy.Terms;
    }

    // Terms that are used equally often stay in the order of their names.
    private Value ByUse() => ItemsOf(Terms().OrderByDescending(CountOf));

    private int CountOf(Term term)
    {
        scope.Dependencies.Note(new DependencyKey(DependencyKind.Count, term.List.Id, 0));
        return term.List.Posts.Length;
    }

    // In the order in which a letter first comes up; names that begin with no letter come last.
    private Value Letters() => Value.From(new ItemList(
    [
        .. Terms()
            .GroupBy(term => FirstLetter.Of(term.Name), StringComparer.Ordinal)
            .OrderBy(group => group.Key == FirstLetter.None)
            .Select(group => Value.From(new MemberMap([new("letter", Value.From(group.Key)), new("terms", ItemsOf(group))]))),
    ]));

    private Value ItemsOf(IEnumerable<Term> terms) =>
        Value.From(new ItemList([.. terms.Select(term => Value.From(scope.Views.Of(taxonomy, term)))]));
}
