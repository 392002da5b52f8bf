using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;

namespace SiteGen.Tables;

/// <summary>The locales of the Unicode CLDR, with what they inherit (UTS #35, "Locale Inheritance").</summary>
internal sealed class CldrLocales
{
    private readonly string _folder;
    private readonly Dictionary<string, XDocument?> _documents = [];
    private readonly Dictionary<string, string> _parents = [];

    public CldrLocales(string folder)
    {
        _folder = Path.Combine(folder, "main");
        foreach (var parent in Load(Path.Combine(folder, "supplemental", "supplementalData.xml")).Descendants("parentLocale"))
        {
            foreach (var child in ((string?)parent.Attribute("locales") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                _parents[child] = (string?)parent.Attribute("parent") ?? "root";
            }
        }
    }

    /// <summary>The names of all locales, with <c>_</c>; those of a language before those of its regions.</summary>
    public ImmutableArray<string> Names =>
        [.. Directory.EnumerateFiles(_folder, "*.xml").Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal)];

    /// <summary>The locales whose stated parent is another.</summary>
    public IEnumerable<string> ChildrenOf(string parent) =>
        _parents.Where(pair => pair.Value == parent).Select(pair => pair.Key).Order(StringComparer.Ordinal);

    /// <summary>The text of an element, from the locale or the nearest that it inherits from; null when none has it.</summary>
    public string? Find(string locale, string path)
    {
        const string Inherited = "↑↑↑";
        for (var name = locale; ; name = ParentOf(name))
        {
            if (Document(name)?.XPathSelectElement("/ldml/" + path)?.Value is { } text && text != Inherited)
            {
                return text;
            }

            if (name == "root")
            {
                return null;
            }
        }
    }

    /// <summary>Reads a file of the CLDR; the document type that it names is not asked for.</summary>
    public static XDocument Load(string path)
    {
        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }

    private string ParentOf(string locale) =>
        _parents.TryGetValue(locale, out var parent) ? parent
            : locale.Contains('_', StringComparison.Ordinal) ? locale[..locale.LastIndexOf('_')]
            : "root";

    private XDocument? Document(string locale)
    {
        if (!_documents.TryGetValue(locale, out var document))
        {
            var path = Path.Combine(_folder, locale + ".xml");
            _documents[locale] = document = File.Exists(path) ? Load(path) : null;
        }

        return document;
    }
}
