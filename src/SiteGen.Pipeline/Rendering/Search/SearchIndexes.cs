using System.Collections.Immutable;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Modeling.Searching;
using SiteGen.Pipeline.Routing;

namespace SiteGen.Pipeline.Rendering.Search;

/// <summary>The indexes of the searches of a site, each made when a file of it is rendered.</summary>
internal sealed class SearchIndexes
{
    private readonly ImmutableArray<(SearchSection Section, Lazy<SearchIndex> Index)> _indexes;

    /// <summary>The whole indexes.</summary>
    public SearchIndexes(Site site) =>
        _indexes = [.. site.Searches.Select(section => (section, new Lazy<SearchIndex>(() => SearchIndex.Create(site, section, null))))];

    /// <summary>What some files have of the indexes: an edit of a text changes a few of thousands.</summary>
    public SearchIndexes(Site site, IEnumerable<SearchIndexRoute> files)
    {
        var terms = files.Where(file => file.Has != SearchFileKind.Posts).ToLookup(file => file.Section, file => file.Number);
        _indexes =
        [
            .. site.Searches.Select(section => (
                section, new Lazy<SearchIndex>(() => SearchIndex.Create(site, section, Wanted(section, [.. terms[section]]))))),
        ];
    }

    /// <summary>The index of a section.</summary>
    public SearchIndex Of(SearchSection section) => _indexes.First(index => ReferenceEquals(index.Section, section)).Index.Value;

    // Null for many files: to find out that a term is not wanted takes time as well.
    private static bool[]? Wanted(SearchSection section, ImmutableArray<int> numbers)
    {
        if (numbers.Length * 4 > section.TermFiles)
        {
            return null;
        }

        var wanted = new bool[section.TermFiles];
        foreach (var number in numbers)
        {
            wanted[number] = true;
        }

        return wanted;
    }
}
