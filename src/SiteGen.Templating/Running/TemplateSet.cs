using System.Collections.Frozen;
using SiteGen.Text;

namespace SiteGen.Templating.Running;

/// <summary>All templates that can be included, by name.</summary>
public sealed class TemplateSet
{
    private readonly FrozenDictionary<string, Template> _templates;

    private TemplateSet(FrozenDictionary<string, Template> templates) => _templates = templates;

    /// <summary>No templates.</summary>
    public static TemplateSet Empty { get; } = new(FrozenDictionary<string, Template>.Empty);

    /// <summary>The names, in no particular order.</summary>
    public IEnumerable<string> Names => _templates.Keys;

    /// <summary>Creates a set of templates; of two with the same name the later is used.</summary>
    public static TemplateSet Create(IEnumerable<Template> templates)
    {
        var byName = new Dictionary<string, Template>(StringComparer.Ordinal);
        foreach (var template in templates)
        {
            byName[template.Name] = template;
        }

        return new TemplateSet(byName.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The name that a name without a template was probably meant to be; null if there is none.</summary>
    /// <remarks>Authors leave out the extension and the folder, or slip in one of the parts.</remarks>
    public string? Nearest(string name)
    {
        var full = Path.HasExtension(name) ? name : name + ".html";
        var file = Path.GetFileName(full);
        return Find(full) is not null ? full
            : Suggestion.For(name, Names)
                ?? Suggestion.For(full, Names)
                ?? Names.Where(other => Path.GetFileName(other) == file).Order(StringComparer.Ordinal).FirstOrDefault()
                ?? (Suggestion.For(file, Names.Select(other => Path.GetFileName(other))) is { } near
                    ? Names.Where(other => Path.GetFileName(other) == near).Order(StringComparer.Ordinal).First()
                    : null);
    }

    /// <summary>The template with a name; null if there is none.</summary>
    public Template? Find(string name) => _templates.GetValueOrDefault(name);
}
