using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Routing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Incremental;

/// <summary>Notes what one rendering reads. For one thread; cleared between routes.</summary>
internal sealed class DependencyRecorder(DependencyFingerprints inputs)
{
    private readonly Dictionary<DependencyKey, Fingerprint> _reads = [];
    private readonly Dictionary<PostList, int> _prefixes = [];
    private DependencyKey _last;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _reads.Clear();
        _prefixes.Clear();
        _last = default;
    }

    /// <summary>Notes that a post's head was read.</summary>
    public void Head(PostHead head) => Note(new DependencyKey(DependencyKind.Head, head.Id, 0));

    /// <summary>Notes that a post's beginning or length was read.</summary>
    public void Text(PostHead head) => Note(new DependencyKey(DependencyKind.Text, head.Id, 0));

    /// <summary>Notes that the first posts of a list were read.</summary>
    public void Prefix(PostList list, int count)
    {
        if (!_prefixes.TryGetValue(list, out var before) || before < count)
        {
            _prefixes[list] = count;
        }
    }

    /// <summary>Records that a data file was read.</summary>
    public void Value(string path) => Note(new DependencyKey(DependencyKind.Value, ValueTree.IdOf(path), 0));

    /// <summary>Records that the names in a data folder were listed.</summary>
    public void ValueNames(string folder) => Note(new DependencyKey(DependencyKind.Value, ValueTree.NamesIdOf(folder), 0));

    /// <summary>Records that a term was looked up by its name.</summary>
    public void Term(Taxonomy taxonomy, string name) => Note(new DependencyKey(DependencyKind.Term, taxonomy.IdOf(name), 0));

    /// <summary>Records that the URL of a link's target was read.</summary>
    public void Target(string target) => Note(new DependencyKey(DependencyKind.Link, RouteTable.TargetIdOf(target), 0));

    /// <summary>Records that the URL of a theme's file was read.</summary>
    public void Asset(string name) => Note(new DependencyKey(DependencyKind.Asset, RouteTable.IdOf(name), 0));

    /// <summary>Records that the size of an image was read.</summary>
    public void Image(SourceFile image) => Note(new DependencyKey(DependencyKind.Image, image.Id, 0));

    /// <summary>Notes a read.</summary>
    public void Note(DependencyKey key)
    {
        // A list reads several members of one post in a row.
        if (key != _last)
        {
            _last = key;
            _reads.TryAdd(key, default);
        }
    }

    /// <summary>What was read, with what stands for it now.</summary>
    public ImmutableArray<Dependency> Take()
    {
        foreach (var (list, count) in _prefixes)
        {
            _reads.TryAdd(new DependencyKey(DependencyKind.Prefix, list.Id, count), default);
        }

        var reads = ImmutableArray.CreateBuilder<Dependency>(_reads.Count);
        foreach (var key in _reads.Keys)
        {
            reads.Add(new Dependency(key, inputs[key]));
        }

        return reads.MoveToImmutable();
    }
}
