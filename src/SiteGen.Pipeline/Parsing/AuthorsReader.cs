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

    // Names that other generators use.
    private static readonly (string Theirs, string Ours)[] s_otherNames =
        [("pic", "picture"), ("photo", "picture"), ("portrait", "picture"), ("biography", "bio")];

    private readonly SourceText _source;
    private readonly ImmutableArray<Diagnostic>.Builder _problems = ImmutableArray.CreateBuilder<Diagnostic>();

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
                profiles.Add(reader.Profile(entry.Key.Value, map));
            }
            else if (entry.Value is YamlScalar { IsNull: false } name && IsName(name))
            {
                profiles.Add(new AuthorProfile(entry.Key.Value, EntityText.Decode(name.Value), null, null, null, []));
            }
            else
            {
                reader.Report(AuthorMessages.NotAProfile(entry.Key.Value), entry.Key);
            }
        }

        return new(profiles.ToImmutable(), reader._problems.ToImmutable());
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

        var showsEmail = (map.Find("showemail") as YamlScalar)?.AsBoolean ?? false;
        return new AuthorProfile(
            key,
            EntityText.Decode(map.Text("name") ?? key),
            map.Text("bio"),
            map.Text("picture") ?? map.Text("avatar") ?? map.Text("image"),
            showsEmail ? map.Text("email") : null,
            Links(map.Find("links")));
    }

    // Other programs keep their own keys here, so only likely typos are reported.
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
        if (near is not null)
        {
            Report(AuthorMessages.UnknownKey(entry.Key.Value, near), entry.Key);
        }
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
