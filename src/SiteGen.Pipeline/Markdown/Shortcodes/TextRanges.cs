namespace SiteGen.Pipeline.Markdown.Shortcodes;

/// <summary>Parts of a text, asked for from its start to its end.</summary>
internal sealed class TextRanges
{
    private readonly List<(int Start, int End)> _ranges = [];
    private int _next;
    private int _end;

    /// <summary>Adds a part; the end is exclusive.</summary>
    public void Add(int start, int end) => _ranges.Add((start, end));

    /// <summary>Starts again at the beginning of the text.</summary>
    public TextRanges FromStart()
    {
        _ranges.Sort();
        (_next, _end) = (0, 0);
        return this;
    }

    /// <summary>The end of the part that an offset is in; the offset itself when it is in none. Offsets must not descend.</summary>
    public int EndAt(int offset)
    {
        while (_next < _ranges.Count && _ranges[_next].Start <= offset)
        {
            _end = int.Max(_end, _ranges[_next].End);
            _next++;
        }

        return int.Max(_end, offset);
    }
}
