using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Reads <c>authors.yml</c>: profiles by key.</summary>
internal sealed class AuthorsReader
{
    private static readonly ValueShape s_links = ValueShape.Either(
        new ValueShape.ListOf(
            new ValueShape.Members(
                [
                    KeyValuePair.Create("title", ValueShape.Text),
                    KeyValuePair.Create("name", ValueShape.Text),
                    KeyValuePair.Create("url", ValueShape.Text),
                ],
                ["url"])
            {
                IsOpen = true,
            },
            AlsoSingle: false),
        new ValueShape.MapOf(ValueShape.Text));

    private static readonly ImmutableArray<KeyValuePair<string, ValueShape>> s_keys =
    [
        KeyValuePair.Create("name", ValueShape.Text),
        KeyValuePair.Create("bio", ValueShape.Text),
        KeyValuePair.Create("picture", ValueShape.Text),
        KeyValuePair.Create("avatar", ValueShape.Text),
        KeyValuePair.Create("image", ValueShape.Text),
        KeyValuePair.Create("email", ValueShape.Text),
        KeyValuePair.Create("show_email", ValueShape.Flag),
        KeyValuePair.Create("fediverse", ValueShape.Text),
        KeyValuePair.Create("links", s_links),
    ];

    private static readonly string[] s_known = [.. s_keys.Select(key => YamlEntry.Normalize(key.Key))];

    /// <summary>What the file may hold.</summary>
    public static ValueShape Shape { get; } =
        new ValueShape.MapOf(ValueShape.Either(ValueShape.Text, new ValueShape.Members(s_keys, [])));

    // Names that other generators use.
    private static readonly (string Theirs, string Ours)[] s_otherNames =
    [
        ("pic", "picture"), ("photo", "picture"), ("portrait", "picture"), ("headshot", "picture"), ("avatarurl", "picture"),
        ("biography", "bio"), ("about", "bio"), ("description", "bio"), ("summary", "bio"),
        ("displayname", "name"), ("fullname", "name"), ("title", "name"), ("mail", "email"),
        ("url", "links"), ("uri", "links"), ("web", "links"), ("website", "links"), ("site", "links"), ("homepage", "links"),
        ("social", "links"), ("twitter", "links"), ("github", "links"), ("mastodon", "links"), ("linkedin", "links"),
        ("facebook", "links"), ("instagram", "links"), ("bluesky", "links"), ("youtube", "links"),
    ];

    private readonly SourceText _source;
    private readonly ImmutableArray<Diagnostic>.Builder _problems = ImmutableArray.CreateBuilder<Diagnostic>();

    private readonly Dictionary<string, string> _keys = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);

    private AuthorsReader(SourceText source) => _source = source;

    /// <summary>Reads the file; an entry that is not a profile is reported and skipped.</summary>
    public static ParseResult<ImmutableArray<AuthorProfile>> Read(SourceText source)
    {
        var (node, problem) = YamlReader.Read(System.Text.Encoding.UTF8.GetString(source.Bytes.Span), 0);
        if (problem is not null || node is not (null or YamlMap or YamlScalar { IsNull: true }))
        {
            var at = problem?.At ?? new LinePosition(1, 1);
            return new([], [source.Report(AuthorMessages.Unreadable(problem?.Message, problem?.Hint), at, at)]);
        }

        var profiles = ImmutableArray.CreateBuilder<AuthorProfile>();
        var reader = new AuthorsReader(source);
        foreach (var entry in (node as YamlMap)?.Entries ?? [])
        {
            if (entry.Value is YamlMap map)
            {
                reader.Add(reader.Profile(entry.Key.Value, map), entry.Key, profiles);
            }
            else if (entry.Value is YamlScalar { IsNull: false } name && IsName(name))
            {
                reader.Add(new AuthorProfile(entry.Key.Value, EntityText.Decode(name.Value), null, null, null, []), entry.Key, profiles);
            }
            else
            {
                reader.Report(AuthorMessages.NotAProfile(entry.Key.Value), entry.Key);
            }
        }

        return new(profiles.ToImmutable(), reader._problems.ToImmutable());
    }

    // Posts that use a key or a name that two have would silently mean the first.
    private void Add(AuthorProfile profile, YamlScalar key, ImmutableArray<AuthorProfile>.Builder profiles)
    {
        if (!_keys.TryAdd(profile.Key, profile.Key))
        {
            Report(AuthorMessages.RepeatedKey(profile.Key), key);
        }
        else if (!_names.TryAdd(profile.Name, profile.Key))
        {
            Report(AuthorMessages.RepeatedName(profile.Key, _names[profile.Name], profile.Name), key);
        }

        profiles.Add(profile);
    }

    // A number or a boolean is not a name unless it is quoted.
    private static bool IsName(YamlScalar scalar)
    {
        var isNumber = scalar.Value.Any(char.IsDigit) && !scalar.Value.Any(char.IsLetter);
        return !scalar.IsPlain || (scalar.AsBoolean is null && !isNumber);
    }

    private AuthorProfile Profile(string key, YamlMap map)
    {
        foreach (var entry in map.Entries)
        {
            Check(entry);
        }

        var shown = map.Find("showemail");
        if (shown is YamlScalar { IsNull: false, AsBoolean: null })
        {
            Report(FrontMatterMessages.NotBoolean("show_email"), shown);
        }

        var showsEmail = (shown as YamlScalar)?.AsBoolean ?? false;
        var picture = Array.Find((string[])["picture", "avatar", "image"], name => map.Text(name) is not null);
        return new AuthorProfile(
            key,
            EntityText.Decode(map.Text("name") ?? key),
            map.Text("bio"),
            picture is null ? null : map.Text(picture),
            showsEmail ? map.Text("email") : null,
            Links(map.Find("links")))
        {
            Fediverse = map.Text("fediverse"),
            IfImageMissing = picture is not null && map.Find(picture) is YamlScalar image
                ? _source.Report(FrontMatterMessages.MissingImage(image.Value), image.Start, image.End)
                : null,
        };
    }

    // An unknown key is silently missing from the pages, which authors do not expect.
    private void Check(YamlEntry entry)
    {
        if (s_known.Contains(entry.Name))
        {
            if (entry.Name is not "links" && entry.Value is not YamlScalar)
            {
                Report(AuthorMessages.NotSingle(entry.Key.Value), entry.Value);
            }

            return;
        }

        var near = Array.Find(s_otherNames, other => other.Theirs == entry.Name).Ours
            ?? Array.Find(s_known, known => Suggestion.IsOneSlip(entry.Name, known));
        Report(AuthorMessages.UnknownKey(entry.Key.Value, near == "showemail" ? "show_email" : near), entry.Key);
    }

    // A list of maps, or a map from titles to URLs.
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
                Report(AuthorMessages.IncompleteLink(), item);
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
                Report(AuthorMessages.IncompleteLink(), entry.Key);
            }
        }

        if (node is YamlScalar { IsNull: false })
        {
            Report(AuthorMessages.IncompleteLink(), node);
        }

        return links.ToImmutable();
    }

    private void Report(DiagnosticMessage message, YamlNode at) => _problems.Add(_source.Report(message, at.Start, at.End));
}
