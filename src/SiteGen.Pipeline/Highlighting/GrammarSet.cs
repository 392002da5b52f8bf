using SiteGen.Pipeline.Loading.Embedded;
using SiteGen.Text;

namespace SiteGen.Pipeline.Highlighting;

/// <summary>All languages: those of the program, and those of a site, which take their place.</summary>
/// <remarks>A language is compiled when the first code in it is read. Until there is any, not even the names are read.</remarks>
internal sealed class GrammarSet
{
    private static readonly Lazy<GrammarSource[]> s_embedded = new(
        static () => [.. EmbeddedFiles.In("highlighting").Select(file => GrammarSource.Create(file.Path, file.Bytes))],
        LazyThreadSafetyMode.PublicationOnly);

    private readonly Lazy<Dictionary<string, Lazy<Grammar>>> _languages;
    private readonly Dictionary<string, GrammarSource> _sources;

    private GrammarSet(IEnumerable<GrammarSource> own)
    {
        _sources = own.GroupBy(source => source.Name, StringComparer.Ordinal)
            .ToDictionary(sources => sources.Key, sources => sources.First(), StringComparer.Ordinal);
        Fingerprint = _sources.Values.OrderBy(source => source.Name, StringComparer.Ordinal)
            .Aggregate(default(Fingerprint), (all, source) => all.And(source.Name).And(source.Text));
        _languages = new(CreateLanguages, LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The languages of the program alone.</summary>
    public static GrammarSet BuiltIn { get; } = new([]);

    /// <summary>The languages with those of a site.</summary>
    public static GrammarSet With(IReadOnlyCollection<GrammarSource> own) => own.Count == 0 ? BuiltIn : new GrammarSet(own);

    /// <summary>The names of the program's definitions.</summary>
    public static IEnumerable<GrammarSource> Embedded => s_embedded.Value;

    /// <summary>Fingerprint of the site's definitions; the default when it has none.</summary>
    public Fingerprint Fingerprint { get; }

    /// <summary>Whether there is a language of a name.</summary>
    public bool Has(string name) => _languages.Value.ContainsKey(name);

    /// <summary>A language by one of its names, in any case; null when there is none.</summary>
    public Grammar? Find(string name) => _languages.Value.GetValueOrDefault(name)?.Value;

    /// <summary>What cannot be understood of a site's definition.</summary>
    public IReadOnlyList<GrammarProblem> ProblemsIn(GrammarSource source)
    {
        GrammarCompiler.Compile(source, SourceOf, out var problems);
        return problems;
    }

    private Dictionary<string, Lazy<Grammar>> CreateLanguages()
    {
        var languages = new Dictionary<string, Lazy<Grammar>>(StringComparer.OrdinalIgnoreCase);
        var own = _sources.Values.OrderBy(source => source.Name, StringComparer.Ordinal);
        foreach (var source in own.Concat(s_embedded.Value).Where(source => source.IsLanguage))
        {
            // One that takes the place of another has the names of that too.
            var language = languages.GetValueOrDefault(source.Name)
                ?? new Lazy<Grammar>(() => GrammarCompiler.Compile(source, SourceOf, out _), LazyThreadSafetyMode.PublicationOnly);
            foreach (var name in source.Aliases.Prepend(source.Name))
            {
                languages.TryAdd(name, language);
            }
        }

        return languages;
    }

    // A site's definition may extend the one whose place it takes.
    private GrammarSource? SourceOf(GrammarSource source, string name) =>
        source.Name != name && _sources.TryGetValue(name, out var own)
            ? own
            : Array.Find(s_embedded.Value, embedded => embedded.Name == name && embedded != source);
}
