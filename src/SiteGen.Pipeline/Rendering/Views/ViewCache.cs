using System.Diagnostics;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Data;
using SiteGen.Pipeline.Modeling;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.Rendering.Views;

/// <summary>The views made so far: each is made once a build, not once a page. For one thread.</summary>
[DebuggerDisplay("{_posts.Count} posts, {_terms.Count} terms")]
internal sealed class ViewCache(PageScope scope)
{
    private readonly Dictionary<ulong, PostView> _posts = [];
    private readonly Dictionary<ulong, TermView> _terms = [];
    private readonly Dictionary<string, Value> _termLists = new(StringComparer.Ordinal);

    /// <summary>A post as templates see it; null for none.</summary>
    public PostView? Of(PostHead? post)
    {
        if (post is null)
        {
            return null;
        }

        if (!_posts.TryGetValue(post.Id, out var view))
        {
            _posts[post.Id] = view = new PostView(scope, post);
        }

        return view;
    }

    /// <summary>A term as templates see it.</summary>
    public TermView Of(Taxonomy taxonomy, Term term)
    {
        if (!_terms.TryGetValue(term.List.Id, out var view))
        {
            _terms[term.List.Id] = view = new TermView(scope, taxonomy, term);
        }

        return view;
    }

    /// <summary>All terms of a taxonomy as templates see them: every page may ask whether there are any.</summary>
    public Value ListOf(Taxonomy taxonomy)
    {
        if (!_termLists.TryGetValue(taxonomy.Name, out var list))
        {
            list = Value.From(new ItemList([.. taxonomy.Terms.Select(term => Value.From(Of(taxonomy, term)))]));
            _termLists[taxonomy.Name] = list;
        }

        return list;
    }
}
