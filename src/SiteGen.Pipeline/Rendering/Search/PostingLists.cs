using SiteGen.Pipeline.Content;

namespace SiteGen.Pipeline.Rendering.Search;

/// <summary>For each term and place the posts: added post by post, then sorted by lists in one pass.</summary>
/// <remarks>
/// There are millions of entries in many short lists: linked lists would be slow to read, and an array for each would take more memory.
/// </remarks>
internal sealed class PostingLists
{
    private int[] _posts = new int[4096];
    private int[] _lists = new int[4096];
    private int[] _starts = new int[1];
    private int[] _inText = [];

    /// <summary>How many entries there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a post to the list of a term; posts come in ascending order.</summary>
    public void Add(int term, int post, TermPlace place)
    {
        if (term >= _inText.Length)
        {
            Array.Resize(ref _inText, Math.Max(1024, term * 2));
            Array.Resize(ref _starts, (_inText.Length * SearchIndex.Places) + 1);
        }

        if (place == TermPlace.Text && ++_inText[term] > SearchIndex.MostInText)
        {
            return;
        }

        if (Count == _posts.Length)
        {
            Array.Resize(ref _posts, Count * 2);
            Array.Resize(ref _lists, Count * 2);
        }

        var list = (term * SearchIndex.Places) + (int)place;
        (_posts[Count], _lists[Count]) = (post, list);
        // The length of a list, where the next one will start.
        _starts[list + 1]++;
        Count++;
    }

    /// <summary>Sorts what was added; nothing may be added after that.</summary>
    public void Complete()
    {
        for (var list = 1; list < _starts.Length; list++)
        {
            _starts[list] += _starts[list - 1];
        }

        var sorted = new int[Count];
        var next = _starts.AsSpan(0, _starts.Length - 1).ToArray();
        for (var entry = 0; entry < Count; entry++)
        {
            sorted[next[_lists[entry]]++] = _posts[entry];
        }

        (_posts, _lists) = (sorted, []);
    }

    /// <summary>Whether posts were not listed because there are too many.</summary>
    public bool IsCut(int term) => _inText[term] > SearchIndex.MostInText;

    /// <summary>The posts that have a term at a place, in ascending order.</summary>
    public ReadOnlySpan<int> Of(int term, TermPlace place)
    {
        var list = (term * SearchIndex.Places) + (int)place;
        return _posts.AsSpan(_starts[list].._starts[list + 1]);
    }
}
