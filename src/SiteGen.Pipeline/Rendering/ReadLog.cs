using System.Collections.Immutable;
using SiteGen.Pipeline.Modeling;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering;

/// <summary>Notes what one rendering reads. For one thread; cleared between routes.</summary>
internal sealed class ReadLog(InputTable inputs)
{
    private readonly Dictionary<InputKey, Fingerprint> _reads = [];
    private readonly Dictionary<PostList, int> _prefixes = [];
    private InputKey _last;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _reads.Clear();
        _prefixes.Clear();
        _last = default;
    }

    /// <summary>Notes that a post's head was read.</summary>
    public void Head(PostHead head) => Note(new InputKey(InputKind.Head, head.Id, 0));

    /// <summary>Notes that a post's beginning or length was read.</summary>
    public void Text(PostHead head) => Note(new InputKey(InputKind.Text, head.Id, 0));

    /// <summary>Notes that the first posts of a list were read.</summary>
    public void Prefix(PostList list, int count)
    {
        if (!_prefixes.TryGetValue(list, out var before) || before < count)
        {
            _prefixes[list] = count;
        }
    }

    /// <summary>Notes a read.</summary>
    public void Note(InputKey key)
    {
        // A list reads several members of one post in a row.
        if (key != _last)
        {
            _last = key;
            _reads.TryAdd(key, default);
        }
    }

    /// <summary>What was read, with what stands for it now.</summary>
    public ImmutableArray<Read> Take()
    {
        foreach (var (list, count) in _prefixes)
        {
            _reads.TryAdd(new InputKey(InputKind.Prefix, list.Id, count), default);
        }

        var reads = ImmutableArray.CreateBuilder<Read>(_reads.Count);
        foreach (var key in _reads.Keys)
        {
            reads.Add(new Read(key, inputs[key]));
        }

        return reads.MoveToImmutable();
    }
}
