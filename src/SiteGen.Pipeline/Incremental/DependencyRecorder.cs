using System.Collections.Immutable;
using System.Diagnostics;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Images;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Routing;

namespace SiteGen.Pipeline.Incremental;

/// <summary>Records what one rendering reads. Not thread-safe; cleared between routes.</summary>
[DebuggerDisplay("{_reads.Count} dependencies, {_prefixes.Count} lists")]
internal sealed class DependencyRecorder
{
    private readonly HashSet<DependencyKey> _reads = [];
    private readonly Dictionary<PostList, int> _prefixes = [];
    private DependencyKey _last;

    /// <summary>Discards everything recorded.</summary>
    public void Clear()
    {
        _reads.Clear();
        _prefixes.Clear();
        _last = default;
    }

    /// <summary>Records that a post's head was read.</summary>
    public void Head(PostHead head) => Note(new DependencyKey(DependencyKind.Head, head.Id, 0));

    /// <summary>Records that a post's summary or number of words was read.</summary>
    public void Text(PostHead head) => Note(new DependencyKey(DependencyKind.Text, head.Id, 0));

    /// <summary>Records that the first posts of a list were read.</summary>
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

    /// <summary>Records that a version of a picture is offered.</summary>
    public void Variant(SourceFile picture, ImageVariant variant) =>
        Note(new DependencyKey(DependencyKind.Variant, picture.Id, variant.ToNumber()));

    /// <summary>Records a read.</summary>
    public void Note(DependencyKey key)
    {
        // Templates often read several members of the same post in a row.
        if (key != _last)
        {
            _last = key;
            _reads.Add(key);
        }
    }

    /// <summary>Everything recorded, in no particular order.</summary>
    public ImmutableArray<DependencyKey> Take()
    {
        foreach (var (list, count) in _prefixes)
        {
            _reads.Add(new DependencyKey(DependencyKind.Prefix, list.Id, count));
        }

        return [.. _reads];
    }
}
