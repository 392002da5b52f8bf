using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Reads <c>authors.yml</c>: profiles by key.</summary>
internal sealed class AuthorsReader
{
    private static readonly string[] s_known = ["name", "bio", "picture", "avatar", "image", "showemail", "email", "links"];

    // What others call the same.
    private static readonly (string Theirs, string Ours)[] s_otherNames = [("pic", "picture"), ("photo", "picture"), ("portrait", "picture"), ("biography", "bio")];

    private readonly SourceText _source;
    private readonly ImmutableArray<Diagnostic>.Builder _problems = ImmutableArray.CreateBuilder<Diagnostic>();

    private AuthorsReader(SourceText source) => _source = source;

    /// <summary>Reads the file; an entry that is not a profile is reported, the others count.</summary>
    public static ParseResult<ImmutableArray<AuthorProfile>> Read(SourceText source)
    {
        var (node, problem) = YamlReader.Read(System.Text.Encoding.UTF8.GetString(source.Bytes.Span), 0);
        if (problem is not null || node is not (null or YamlMap or YamlScalar { IsNull: true }))
        {
            var at = problem?.At ?? new LinePosition(1, 1);
            var message = $"the authors cannot be read: {problem?.Message ?? "they must be profiles by key"}";
            return new([], [source.Report(SiteRules.DataUnreadable, at, at, message, problem?.Hint ?? "write 'key:' and below it, indented, 'name: …'")]);
        }

        var profiles = ImmutableArray.CreateBuilder<AuthorProfile>();
        var reader = new AuthorsReader(source);
        foreach (var entry in (node as YamlMap)?.Entries ?? [])
        {
            if (entry.Value is YamlMap map)
            {
                profiles.Add(reader.Profile(entry.Key.Value, map));
            }
            else if (entry.Value is YamlScalar { IsNull: false } name && IsName(name))
            {
                profiles.Add(new AuthorProfile(entry.Key.Value, name.Value, null, null, null, []));
            }
            else
            {
                reader.Add(SiteRules.InvalidValue, entry.Key, $"'{entry.Key.Value}' is not a profile", "write 'name: …' below it, indented");
            }
        }

        return new(profiles.ToImmutable(), reader._problems.ToImmutable());
    }

    // A number or a truth is nobody's name, unless it is put in quotes.
    private static bool IsName(YamlScalar scalar) => !scalar.IsPlain || (scalar.AsBoolean is null && !(scalar.Value.Any(char.IsDigit) && !scalar.Value.Any(char.IsLetter)));

    private AuthorProfile Profile(string key, YamlMap map)
    {
        foreach (var entry in map.Entries)
        {
            Check(entry);
        }

        var showsEmail = (map.Find("showemail") as YamlScalar)?.AsBoolean ?? false;
        return new AuthorProfile(
            key,
            map.Text("name") ?? key,
            map.Text("bio"),
            map.Text("picture") ?? map.Text("avatar") ?? map.Text("image"),
            showsEmail ? map.Text("email") : null,
            Links(map.Find("links")));
    }

    // Other programs keep values of their own there: only what is nearly a known key is told.
    private void Check(YamlEntry entry)
    {
        if (s_known.Contains(entry.Name))
        {
            if (entry.Name is not "links" && entry.Value is not YamlScalar)
            {
                Add(SiteRules.InvalidValue, entry.Value, $"'{entry.Key.Value}' must be a single value", $"write '{entry.Key.Value}: …' in one line");
            }

            return;
        }

        var near = Array.Find(s_otherNames, other => other.Theirs == entry.Name).Ours ?? Array.Find(s_known, known => Suggestion.IsOneSlip(entry.Name, known));
        if (near is not null)
        {
            Add(SiteRules.UnknownKey, entry.Key, $"'{entry.Key.Value}' is not a key of a profile", $"did you mean '{near}'?");
        }
    }

    // A list of maps, or a map of titles and addresses.
    private ImmutableArray<AuthorLink> Links(YamlNode? node)
    {
        var links = ImmutableArray.CreateBuilder<AuthorLink>();
        foreach (var item in (node as YamlList)?.Items ?? [])
        {
            if (item is YamlMap map && map.Text("url") is { } url)
            {
                links.Add(new AuthorLink(map.Text("title") ?? map.Text("name") ?? url, url));
            }
            else
            {
                RefuseLink(item);
            }
        }

        foreach (var entry in (node as YamlMap)?.Entries ?? [])
        {
            if (entry.Value is YamlScalar { IsNull: false } url)
            {
                links.Add(new AuthorLink(entry.Key.Value, url.Value));
            }
            else
            {
                RefuseLink(entry.Key);
            }
        }

        if (node is YamlScalar { IsNull: false })
        {
            RefuseLink(node);
        }

        return links.ToImmutable();
    }

    private void RefuseLink(YamlNode at) =>
        Add(SiteRules.InvalidValue, at, "a link of an author needs a title and a 'url'", "write '- {title: My site, url: https://example.org/}'");

    private void Add(DiagnosticRule rule, YamlNode at, string message, string hint) =>
        _problems.Add(_source.Report(rule, at.Start, at.End, message, hint));
}
