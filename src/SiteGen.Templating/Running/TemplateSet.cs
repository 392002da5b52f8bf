using System.Collections.Frozen;

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

    /// <summary>The template with a name; null if there is none.</summary>
    public Template? Find(string name) => _templates.GetValueOrDefault(name);
}
