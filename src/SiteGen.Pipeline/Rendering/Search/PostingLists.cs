namespace SiteGen.Pipeline.Rendering.Search;

/// <summary>For each term and place the posts, as linked lists in two arrays: millions of entries, and most lists are short.</summary>
internal sealed class PostingLists
{
    private int[] _posts = new int[4096];
    private int[] _next = new int[4096];
    private int[] _first = [];
    private int[] _last = [];
    private int[] _inText = [];

    /// <summary>How many entries there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a post to the list of a term; posts come in ascending order.</summary>
    public void Add(int term, int post, TermPlace place)
    {
        if (term >= _inText.Length)
        {
            var size = Math.Max(1024, term * 2);
            Array.Resize(ref _inText, size);
            Array.Resize(ref _first, size * SearchIndex.Places);
            Array.Resize(ref _last, size * SearchIndex.Places);
        }

        if (place == TermPlace.Text && ++_inText[term] > SearchIndex.MostInText)
        {
            return;
        }

        if (++Count == _posts.Length)
        {
            Array.Resize(ref _posts, Count * 2);
            Array.Resize(ref _next, Count * 2);
        }

        // Entry 0 is none.
        var list = (term * SearchIndex.Places) + (int)place;
        _posts[Count] = post;
        if (_last[list] == 0)
        {
            _first[list] = Count;
        }
        else
        {
            _next[_last[list]] = Count;
        }

        _last[list] = Count;
    }

    /// <summary>Whether posts were not listed because there are too many.</summary>
    public bool IsCut(int term) => _inText[term] > SearchIndex.MostInText;

    /// <summary>The first entry of a list; 0 when it is empty.</summary>
    public int FirstOf(int term, TermPlace place) => _first[(term * SearchIndex.Places) + (int)place];

    /// <summary>The entry after one; 0 after the last.</summary>
    public int After(int entry) => _next[entry];

    /// <summary>The post of an entry.</summary>
    public int PostOf(int entry) => _posts[entry];
}
