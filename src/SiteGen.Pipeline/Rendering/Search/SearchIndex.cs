using System.Diagnostics;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Modeling.Searching;
using SiteGen.Pipeline.Records;

namespace SiteGen.Pipeline.Rendering.Search;

/// <summary>Which posts have which terms. Never changed once it is made.</summary>
/// <remarks>
/// In: the terms of the posts, which parsing left. Posts are added newest first, and of a term in the text
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
    private readonly bool[]? _wanted;
    private readonly int _fileCount;
    private readonly TermTable _terms = new();
    private readonly PostingLists _postings = new();
    private readonly List<int> _found = [];
    private (int Post, TermPlace Place)[] _marks = new (int, TermPlace)[1024];
    private int[] _order = [];
    private int[] _starts = [];
    private ILookup<int, int>? _posts;

    private SearchIndex(SearchSection section, bool[]? wanted) =>
        (_section, _wanted, _fileCount) = (section, wanted, Math.Max(1, section.TermFiles));

    /// <summary>The posts by rank, the newest first.</summary>
    public SearchRanks Ranks => _section.Ranks;

    /// <summary>Indexes the posts of a section.</summary>
    /// <param name="site">The site.</param>
    /// <param name="section">The section.</param>
    /// <param name="wanted">Whether the terms of each file are wanted; null for all.</param>
    public static SearchIndex Create(Site site, SearchSection section, bool[]? wanted)
    {
        var index = new SearchIndex(section, wanted);
        for (var post = 0; post < index.Ranks.Posts.Length; post++)
        {
            index.Add(post, site.TextOf(index.Ranks.Posts[post].Id)?.Terms);
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

    private void Add(int post, SearchTerms? known)
    {
        _found.Clear();
        var terms = new SearchTermList(known is null ? default : known.Stored.Read().Span);
        while (terms.MoveNext())
        {
            if (_wanted is not null && !_wanted[SearchFiles.OfTerm(terms.Term, _fileCount)])
            {
                continue;
            }

            var term = _terms.NumberOf(terms.Text, terms.Length);
            // The terms of a body are distinct: one that is nowhere else is added at once.
            if (terms.IsOfBody && !IsFound(post, term))
            {
                _postings.Add(term, post, terms.Place);
            }
            else
            {
                Add(post, term, terms.Place);
            }
        }

        foreach (var term in _found)
        {
            _postings.Add(term, post, _marks[term].Place);
        }
    }

    // Posts are counted from 1 here, so that no new term seems found.
    private bool IsFound(int post, int term) => term < _marks.Length && _marks[term].Post == post + 1;

    private void Add(int post, int term, TermPlace place)
    {
        if (term >= _marks.Length)
        {
            Array.Resize(ref _marks, term * 2);
        }

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
        var fileOf = new int[_terms.Count];
        _order = new int[_terms.Count];
        _starts = new int[_fileCount + 1];
        for (var term = 0; term < _order.Length; term++)
        {
            fileOf[term] = SearchFiles.OfTerm(_terms[term], _fileCount);
            _order[term] = term;
            _starts[fileOf[term] + 1]++;
        }

        for (var file = 0; file < _fileCount; file++)
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
