using System.Diagnostics;
using System.Text;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Records;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Search;

/// <summary>Where in a post a term is; of several places, the highest counts.</summary>
internal enum TermPlace
{
    /// <summary>In the text or the summary.</summary>
    Text,

    /// <summary>In a tag or a category.</summary>
    Tag,

    /// <summary>In a heading.</summary>
    Heading,

    /// <summary>In the title.</summary>
    Title,
}

/// <summary>Which posts have which terms. Never changed once it is made.</summary>
/// <remarks>
/// In: the heads of the posts, and the terms of their bodies, which parsing left. Posts are added newest first, and of a term in the text
/// of very many posts only the newest are kept; so its size follows from the number of distinct terms.
/// </remarks>
[DebuggerDisplay("{_terms.Count} terms, {_postings.Count} postings")]
internal sealed class SearchIndex
{
    /// <summary>In how many posts, the newest, a term is listed that is in their text only.</summary>
    public const int MostInText = 1000;

    /// <summary>How many places there are.</summary>
    public const int Places = 4;

    private readonly SearchSection _section;
    private readonly TermTable _terms = new();
    private readonly PostingLists _postings = new();
    private readonly List<int> _found = [];
    private readonly List<string> _words = [];
    private (int Post, TermPlace Place)[] _marks = new (int, TermPlace)[1024];
    private int[] _order = [];
    private int[] _starts = [];
    private ILookup<int, int>? _posts;

    private SearchIndex(SearchSection section)
    {
        _section = section;
        Ranks = SearchRanks.Create(section);
    }

    /// <summary>The posts by rank, the newest first.</summary>
    public SearchRanks Ranks { get; }

    /// <summary>Indexes the posts of a section.</summary>
    public static SearchIndex Create(Site site, SearchSection section)
    {
        var index = new SearchIndex(section);
        for (var post = 0; post < index.Ranks.Posts.Length; post++)
        {
            index.Add(post, index.Ranks.Posts[post], site.TextOf(index.Ranks.Posts[post].Id));
        }

        index._postings.Complete();
        index.Arrange();
        return index;
    }

    /// <summary>The terms in a file, in the order of their bytes.</summary>
    public ReadOnlySpan<int> TermsOf(int file) => _order.AsSpan(_starts[file].._starts[file + 1]);

    /// <summary>The posts in a file, by their indexes, newest first.</summary>
    public IEnumerable<int> PostsOf(int file) => _posts?[file] ?? [];

    /// <summary>The bytes of a term, as UTF-8.</summary>
    public ReadOnlySpan<byte> this[int term] => _terms[term];

    /// <summary>Whether posts are missing from those that have a term in their text: older ones than the last of the list.</summary>
    public bool IsCut(int term) => _postings.IsCut(term);

    /// <summary>Which posts have which term.</summary>
    public PostingLists Postings => _postings;

    private void Add(int post, PostHead head, PostText? text)
    {
        _found.Clear();
        Add(post, head.Title, TermPlace.Title);
        foreach (var tag in head.Front.Tags.Concat(head.Front.Categories))
        {
            Add(post, tag, TermPlace.Tag);
        }

        Add(post, head.Front.Page.Description ?? "", TermPlace.Text);
        Add(post, head.Front.Page.Summary ?? "", TermPlace.Text);
        var terms = text?.Terms is { } known ? known.Stored.Read().Span : default;
        while (!terms.IsEmpty)
        {
            var length = terms[0] & 0x7F;
            AddOfBody(post, _terms.NumberOf(terms[1..], length), terms[0] > 0x7F ? TermPlace.Heading : TermPlace.Text);
            terms = terms[(length + 1)..];
        }

        foreach (var term in _found)
        {
            _postings.Add(term, post, _marks[term].Place);
        }
    }

    // The terms of a body are distinct: one that is nowhere else is added at once.
    private void AddOfBody(int post, int term, TermPlace place)
    {
        if (term < _marks.Length && _marks[term].Post == post + 1)
        {
            Add(post, term, place);
        }
        else
        {
            _postings.Add(term, post, place);
        }
    }

    private void Add(int post, string text, TermPlace place)
    {
        _words.Clear();
        SearchText.AddTerms(SearchText.Fold(text), _words);
        foreach (var word in _words)
        {
            Add(post, _terms.NumberOf(Encoding.UTF8.GetBytes(word)), place);
        }
    }

    private void Add(int post, int term, TermPlace place)
    {
        if (term >= _marks.Length)
        {
            Array.Resize(ref _marks, term * 2);
        }

        // Posts are counted from 1 here, so that no new term seems found.
        ref var mark = ref _marks[term];
        if (mark.Post != post + 1)
        {
            mark = (post + 1, place);
            _found.Add(term);
        }
        else if (place > mark.Place)
        {
            mark.Place = place;
        }
    }

    // Sorts terms and posts by file.
    private void Arrange()
    {
        var files = Math.Max(1, _section.TermFiles);
        var fileOf = new int[_terms.Count];
        _order = new int[_terms.Count];
        _starts = new int[files + 1];
        for (var term = 0; term < _order.Length; term++)
        {
            fileOf[term] = SearchFiles.OfTerm(_terms[term], files);
            _order[term] = term;
            _starts[fileOf[term] + 1]++;
        }

        for (var file = 0; file < files; file++)
        {
            _starts[file + 1] += _starts[file];
        }

        Array.Sort(_order, (left, right) => fileOf[left] != fileOf[right]
            ? fileOf[left].CompareTo(fileOf[right])
            : _terms[left].SequenceCompareTo(_terms[right]));
        _marks = [];
        var postFiles = Math.Max(1, _section.PostFiles);
        _posts = Enumerable.Range(0, Ranks.Posts.Length).ToLookup(post => Ranks.RankOf(post) % postFiles);
    }
}
