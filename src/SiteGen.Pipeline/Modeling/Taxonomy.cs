using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Modeling;

/// <summary>A way of grouping posts: tags, categories, authors, series, and what the site declares.</summary>
[DebuggerDisplay("{Name}: {Terms.Length} terms")]
internal sealed class Taxonomy
{
    private readonly Dictionary<string, Term> _bySlug;

    // Every page of a post asks for its terms by the names written there.
    private readonly Dictionary<string, (string Slug, ulong Id)> _known;

    private readonly TaxonomyKind _kind;

    private Taxonomy(TaxonomyKind kind, ImmutableArray<Term> terms, IEnumerable<string> names)
    {
        (_kind, Terms) = (kind, terms);
        _known = names.ToDictionary(name => name, KnownAs, StringComparer.Ordinal);
        _bySlug = terms.ToDictionary(term => term.Slug, StringComparer.Ordinal);
        Fingerprint = terms.Aggregate(Fingerprint.Compute(Name), (all, term) => all.And(term.Fingerprint).And(term.List.Posts.Length));
    }

    /// <summary>Its name and titles.</summary>
    public TaxonomyOptions Options => _kind.Options;

    /// <summary>The name, in the plural: <c>tags</c>.</summary>
    public string Name => Options.Name;

    /// <summary>The URL of the overview.</summary>
    public string Url => $"/{Name}/";

    /// <summary>The terms, by name; a nested term follows its parent.</summary>
    public ImmutableArray<Term> Terms { get; }

    /// <summary>What was found while grouping posts.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>The fingerprint of all terms and their counts.</summary>
    public Fingerprint Fingerprint { get; }

    /// <summary>Groups posts by the terms they carry; spellings with the same slug share a page.</summary>
    /// <param name="kind">The taxonomy.</param>
    /// <param name="posts">The posts.</param>
    /// <param name="hasPages">Whether terms have pages; without them there are no terms.</param>
    public static Taxonomy Create(TaxonomyKind kind, ImmutableArray<PostHead> posts, bool hasPages)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var groups = new Dictionary<string, TermGroup>(StringComparer.Ordinal);
        var spellings = new Dictionary<string, ImmutableArray<Spelling>>(StringComparer.Ordinal);
        foreach (var post in posts)
        {
            foreach (var name in kind.TermsOf(post))
            {
                if (!spellings.TryGetValue(name, out var found))
                {
                    spellings[name] = found = hasPages ? SpellingsOf(groups, SlugOf(name, kind.Options.IsNested), name) : [];
                }

                foreach (var spelling in found)
                {
                    spelling.Add(post);
                }
            }
        }

        var terms = groups.ToDictionary(
            group => group.Key, group => group.Value.ToTerm(kind, group.Key, diagnostics), StringComparer.Ordinal);
        var ordered = terms.Values
            .OrderBy(term => SortKey(term, terms), StringComparer.Ordinal)
            .ThenBy(term => term.Slug, StringComparer.Ordinal);
        return new Taxonomy(kind, [.. ordered], spellings.Keys) { Diagnostics = diagnostics.ToImmutable() };
    }

    // A post with the term 'a/b' has the term 'a' too.
    private static ImmutableArray<Spelling> SpellingsOf(Dictionary<string, TermGroup> groups, string slug, string name)
    {
        var found = ImmutableArray.CreateBuilder<Spelling>();
        var rest = name;
        for (var at = slug; at.Length > 0; at = SitePath.FolderOf(at))
        {
            if (!groups.TryGetValue(at, out var group))
            {
                groups[at] = group = new TermGroup();
            }

            var last = at.Contains('/', StringComparison.Ordinal) ? rest.LastIndexOf('/') : -1;
            found.Add(group.As(rest[(last + 1)..].Trim()));
            rest = last < 0 ? rest : rest[..last].TrimEnd('/', ' ');
        }

        return found.ToImmutable();
    }

    // '\u0001' sorts before every printable character: 'a/b' follows 'a' and precedes 'a b'.
    private static string SortKey(Term term, Dictionary<string, Term> terms) =>
        (term.Depth == 0 ? "" : SortKey(terms[term.ParentSlug], terms) + '\u0001') + term.Name.ToUpperInvariant();

    /// <summary>The terms of a post, as written.</summary>
    public ImmutableArray<string> NamesOf(PostHead post) => _kind.TermsOf(post);

    /// <summary>The term with a name; null when no listed post has it.</summary>
    public Term? Find(string name) => _bySlug.GetValueOrDefault(SlugOf(name));

    /// <summary>The slug that a term with a name has, whether or not any listed post has it.</summary>
    public string SlugOf(string name) => Known(name).Slug;

    /// <summary>The parent of a nested term; null at the top.</summary>
    public Term? ParentOf(Term term) => term.Depth == 0 ? null : _bySlug[term.ParentSlug];

    /// <summary>The keys by which the data folder may describe a term: its name, behind those of its ancestors, or its slug.</summary>
    public ImmutableArray<string> KeysOf(Term term) => [FullNameOf(term), term.Slug];

    private string FullNameOf(Term term) => ParentOf(term) is { } parent ? $"{FullNameOf(parent)}/{term.Name}" : term.Name;

    /// <summary>Identifies a term by its name in every build, whether or not any post has it.</summary>
    public ulong IdOf(string name) => Known(name).Id;

    private (string Slug, ulong Id) Known(string name) => _known.TryGetValue(name, out var known) ? known : KnownAs(name);

    private (string Slug, ulong Id) KnownAs(string name)
    {
        var slug = SlugOf(name, Options.IsNested);
        return (slug, Fingerprint.Compute($"{Name}/{slug}").Low);
    }

    private static string SlugOf(string name, bool isNested) =>
        isNested && name.Contains('/', StringComparison.Ordinal) && Array.TrueForAll(PartsOf(name), IsWords)
            ? string.Join('/', PartsOf(name).Select(SlugOfPart))
            : SlugOfPart(name);

    private static string[] PartsOf(string name) => name.Split('/', StringSplitOptions.TrimEntries);

    // A slash separates nested terms only between words: '</b>' is not nested.
    private static bool IsWords(string part) => part.Length > 0 && char.IsLetterOrDigit(part[0])
        && (char.IsLetterOrDigit(part[^1]) || part[^1] is '+' or '#' or ')' or '!');

    private static string SlugOfPart(string name) =>
        Slug.Create(name) is { Length: > 0 } slug ? slug : $"term-{Fingerprint.Compute(name).ToString()[..8]}";

    /// <summary>One spelling of a term, while posts are counted.</summary>
    private sealed class Spelling(TermGroup group)
    {
        public int Count { get; private set; }

        public PostHead? First { get; private set; }

        public void Add(PostHead post)
        {
            Count++;
            First ??= post;
            group.Add(post);
        }
    }

    /// <summary>The spellings of one term while posts are counted.</summary>
    private sealed class TermGroup
    {
        private readonly Dictionary<string, Spelling> _spellings = new(StringComparer.Ordinal);
        private readonly ImmutableArray<PostHead>.Builder _posts = ImmutableArray.CreateBuilder<PostHead>();

        public Spelling As(string name)
        {
            if (!_spellings.TryGetValue(name, out var spelling))
            {
                _spellings[name] = spelling = new Spelling(this);
            }

            return spelling;
        }

        public void Add(PostHead post)
        {
            // A post that has a term twice, in two spellings, counts once.
            if (_posts.Count == 0 || _posts[^1].Id != post.Id)
            {
                _posts.Add(post);
            }
        }

        public Term ToTerm(TaxonomyKind kind, string slug, ImmutableArray<Diagnostic>.Builder diagnostics)
        {
            var chosen = _spellings.Keys.First();
            if (_spellings.Count > 1)
            {
                chosen = _spellings
                    .OrderByDescending(spelling => spelling.Value.Count)
                    .ThenBy(spelling => spelling.Key, StringComparer.Ordinal)
                    .First().Key;
                ReportOthers(kind.Options.Name, chosen, diagnostics);
            }

            var name = $"{kind.Options.Name}/{slug}";
            var newest = PostList.Create(name, _posts.ToImmutable());
            var list = kind.Order is null ? newest : PostList.Create($"{name}/in order", kind.Order(newest.Posts, diagnostics));
            return new Term(kind.Options.Name, chosen, slug, list) { Newest = newest };
        }

        private void ReportOthers(string taxonomy, string chosen, ImmutableArray<Diagnostic>.Builder diagnostics)
        {
            var others = _spellings.Where(spelling => spelling.Key != chosen).OrderBy(spelling => spelling.Key, StringComparer.Ordinal);
            foreach (var (other, spelling) in others)
            {
                var message = ModelingMessages.TermSpelling(other, taxonomy, chosen);
                var location = spelling.First?.Front.PositionOf(taxonomy) ?? LinePosition.None;
                diagnostics.Add(Diagnostic.InFile(message, spelling.First?.Path ?? "").At(location));
            }
        }
    }
}
