using System.Collections.Immutable;
using SiteGen.Pipeline.Rendering;
using SiteGen.Text;

namespace SiteGen.Pipeline.Modeling;

/// <summary>One term of a taxonomy and the posts that carry it.</summary>
/// <param name="Taxonomy">The taxonomy's name.</param>
/// <param name="Name">The spelling that is shown.</param>
/// <param name="Slug">The last part of its address.</param>
/// <param name="Url">The address from the site's root.</param>
/// <param name="List">Its posts, newest first.</param>
internal sealed record Term(string Taxonomy, string Name, string Slug, string Url, PostList List)
{
    /// <summary>The address of the feed of its posts.</summary>
    public string FeedUrl => Url + "rss.xml";

    /// <summary>Stands for name and address, not for the posts.</summary>
    public Fingerprint Fingerprint { get; } = Fingerprint.Of(Name).And(Url);
}

/// <summary>A way in which posts are grouped: tags, categories, authors.</summary>
internal sealed class Taxonomy
{
    private readonly Dictionary<string, Term> _bySlug;

    private Taxonomy(string name, string singular, string title, ImmutableArray<Term> terms)
    {
        (Name, Singular, Title, Terms) = (name, singular, title, terms);
        _bySlug = terms.ToDictionary(term => term.Slug, StringComparer.Ordinal);
        Fingerprint = terms.Aggregate(Fingerprint.Of(name), (print, term) => print.And(term.Fingerprint).And(term.List.Posts.Length));
    }

    /// <summary>The name, in the plural: <c>tags</c>.</summary>
    public string Name { get; }

    /// <summary>The name of one: <c>tag</c>.</summary>
    public string Singular { get; }

    /// <summary>The name as a heading: <c>Tags</c>.</summary>
    public string Title { get; }

    /// <summary>The address of the overview.</summary>
    public string Url => $"/{Name}/";

    /// <summary>The terms, by name.</summary>
    public ImmutableArray<Term> Terms { get; }

    /// <summary>Stands for all terms and their counts.</summary>
    public Fingerprint Fingerprint { get; }

    /// <summary>Groups posts by the terms they carry; spellings that share an address share a page.</summary>
    public static Taxonomy Create(
        TaxonomyKind kind, ImmutableArray<PostHead> posts, ImmutableArray<Diagnostic>.Builder problems)
    {
        var groups = new Dictionary<string, TermGroup>(StringComparer.Ordinal);
        var slugs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var post in posts)
        {
            foreach (var name in kind.TermsOf(post))
            {
                if (!slugs.TryGetValue(name, out var slug))
                {
                    slugs[name] = slug = SlugOf(name);
                }

                if (!groups.TryGetValue(slug, out var group))
                {
                    groups[slug] = group = new TermGroup();
                }

                group.Add(name, post);
            }
        }

        var terms = groups.Select(group => group.Value.ToTerm(kind.Name, group.Key, problems))
            .OrderBy(term => term.Name.ToUpperInvariant(), StringComparer.Ordinal).ThenBy(term => term.Slug, StringComparer.Ordinal);
        return new Taxonomy(kind.Name, kind.Singular, kind.Title, [.. terms]);
    }

    /// <summary>The term that a name means; null when no listed post carries it.</summary>
    public Term? Find(string name) => _bySlug.GetValueOrDefault(SlugOf(name));

    /// <summary>The key under which reading a term by its name is noted, whether or not it is there.</summary>
    public InputKey KeyOf(string name) => new(InputKind.Term, Fingerprint.Of($"{Name}/{SlugOf(name)}").Low, 0);

    private static string SlugOf(string name) =>
        Slug.Of(name) is { Length: > 0 } slug ? slug : $"term-{Fingerprint.Of(name).ToString()[..8]}";

    /// <summary>The spellings of one term while posts are counted.</summary>
    private sealed class TermGroup
    {
        private readonly Dictionary<string, (int Count, PostHead First)> _spellings = new(StringComparer.Ordinal);
        private readonly ImmutableArray<PostHead>.Builder _posts = ImmutableArray.CreateBuilder<PostHead>();

        public void Add(string name, PostHead post)
        {
            var (count, first) = _spellings.GetValueOrDefault(name, (0, post));
            _spellings[name] = (count + 1, first);
            // A post that names a term twice, in two spellings, carries it once.
            if (_posts.Count == 0 || _posts[^1].Id != post.Id)
            {
                _posts.Add(post);
            }
        }

        public Term ToTerm(string taxonomy, string slug, ImmutableArray<Diagnostic>.Builder problems)
        {
            var chosen = _spellings.Keys.First();
            if (_spellings.Count > 1)
            {
                chosen = _spellings.OrderByDescending(spelling => spelling.Value.Count).ThenBy(spelling => spelling.Key, StringComparer.Ordinal).First().Key;
                ReportOthers(taxonomy, chosen, problems);
            }

            return new Term(taxonomy, chosen, slug, $"/{taxonomy}/{slug}/", PostList.Of($"{taxonomy}/{slug}", _posts.ToImmutable()));
        }

        private void ReportOthers(string taxonomy, string chosen, ImmutableArray<Diagnostic>.Builder problems)
        {
            foreach (var (other, (_, first)) in _spellings.Where(spelling => spelling.Key != chosen).OrderBy(spelling => spelling.Key, StringComparer.Ordinal))
            {
                problems.Add(Diagnostic.InFile(SiteRules.TermSpelling, first.Path, $"'{other}' in {taxonomy} is elsewhere written '{chosen}'; both are one page", $"write '{chosen}'"));
            }
        }
    }
}

/// <summary>What a taxonomy is called and where a post states its terms.</summary>
internal sealed record TaxonomyKind(string Name, string Singular, string Title, Func<PostHead, ImmutableArray<string>> TermsOf);
