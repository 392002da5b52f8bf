using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>Memory for the texts that a page shows; the next page has the same again. For one thread.</summary>
internal sealed class PageBuffers
{
    // A page with the texts of a whole blog must not hold their memory until the build ends.
    private const int MostKept = 64;

    private readonly List<Utf8Buffer> _buffers = [];
    private int _taken;

    /// <summary>An empty buffer, for as long as the page is rendered.</summary>
    public Utf8Buffer Take()
    {
        if (_taken == _buffers.Count)
        {
            _buffers.Add(new Utf8Buffer());
        }

        var buffer = _buffers[_taken++];
        buffer.Clear();
        return buffer;
    }

    /// <summary>Takes all buffers back: another page begins.</summary>
    public void TakeBack()
    {
        _taken = 0;
        if (_buffers.Count > MostKept)
        {
            _buffers.RemoveRange(MostKept, _buffers.Count - MostKept);
        }
    }
}
