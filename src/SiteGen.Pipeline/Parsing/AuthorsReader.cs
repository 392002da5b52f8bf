using System.Collections.Immutable;
using SiteGen.Pipeline.Modeling;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Reads <c>authors.yml</c>: profiles by key.</summary>
internal static class AuthorsReader
{
    /// <summary>Reads the file; an entry that is not a profile is reported, the others count.</summary>
    public static Parsed<ImmutableArray<AuthorProfile>> Read(SourceText source)
    {
        var (node, problem) = YamlReader.Read(System.Text.Encoding.UTF8.GetString(source.Bytes.Span), 0);
        if (problem is not null || node is not (null or YamlMap or YamlScalar { IsNull: true }))
        {
            var at = problem?.At ?? new LinePosition(1, 1);
            var message = $"the authors cannot be read: {problem?.Message ?? "they must be profiles by key"}";
            return new([], [source.Report(SiteRules.DataUnreadable, at, at, message, problem?.Cure ?? "write 'key:' and below it, indented, 'name: …'")]);
        }

        var profiles = ImmutableArray.CreateBuilder<AuthorProfile>();
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var entry in (node as YamlMap)?.Entries ?? [])
        {
            if (entry.Value is YamlMap map)
            {
                profiles.Add(Profile(entry.Key.Value, map));
            }
            else if (entry.Value is YamlScalar { IsNull: false } name)
            {
                profiles.Add(new AuthorProfile(entry.Key.Value, name.Value, null, null, null, []));
            }
            else
            {
                problems.Add(source.Report(SiteRules.InvalidValue, entry.Key.Start, entry.Key.End, $"'{entry.Key.Value}' is not a profile", "write 'name: …' below it, indented"));
            }
        }

        return new(profiles.ToImmutable(), problems.ToImmutable());
    }

    private static AuthorProfile Profile(string key, YamlMap map)
    {
        var showsEmail = (map.Find("showemail") as YamlScalar)?.AsBoolean ?? false;
        return new AuthorProfile(
            key,
            map.Text("name") ?? key,
            map.Text("bio"),
            map.Text("picture") ?? map.Text("avatar") ?? map.Text("image"),
            showsEmail ? map.Text("email") : null,
            Links(map.Find("links")));
    }

    // A list of maps, or a map of titles and addresses.
    private static ImmutableArray<AuthorLink> Links(YamlNode? node) => node switch
    {
        YamlList list => [.. list.Items.OfType<YamlMap>().Select(item => (Title: item.Text("title") ?? item.Text("name"), Url: item.Text("url")))
            .Where(link => link.Url is not null).Select(link => new AuthorLink(link.Title ?? link.Url ?? "", link.Url ?? ""))],
        YamlMap map => [.. map.Entries.Where(entry => entry.Value is YamlScalar { IsNull: false })
            .Select(entry => new AuthorLink(entry.Key.Value, ((YamlScalar)entry.Value).Value))],
        _ => [],
    };
}
