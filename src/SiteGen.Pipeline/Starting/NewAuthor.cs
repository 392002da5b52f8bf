using System.Collections.Immutable;
using System.Text;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Parsing;
using SiteGen.Pipeline.Urls;
using SiteGen.Pipeline.Writing;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.Starting;

/// <summary>Who a new author is to be.</summary>
/// <param name="Name">The display name.</param>
/// <param name="Key">The key that posts may use; null for one made of the name.</param>
/// <param name="Bio">A short biography; null for none.</param>
/// <param name="Email">An e-mail address that readers see; null for none.</param>
/// <param name="Link">The URL of a page elsewhere; null for none.</param>
public sealed record AuthorRequest(string Name, string? Key, string? Bio, string? Email, string? Link);

/// <summary>Plans an entry at the end of <c>authors.yml</c>.</summary>
public static class NewAuthor
{
    private static readonly string[] s_files = ["authors.yml", "authors.yaml"];

    /// <summary>Plans the entry.</summary>
    public static StartingPlan Plan(AuthorRequest request, SiteOptions options)
    {
        var key = request.Key?.Trim() ?? Slug.Create(request.Name);
        if (ProblemOf(request, key) is { } problem)
        {
            return StartingPlan.Refused(problem);
        }

        var entry = EntryOf(request, key);
        var path = s_files.FirstOrDefault(name => Path.Exists(Path.Combine(options.SourceFolder, name)));
        if (path is null)
        {
            return new([new NewFile(s_files[0], Encoding.UTF8.GetBytes(entry))]);
        }

        var file = new SourceFile(path, path, SourceKind.Authors, default, Path.Combine(options.SourceFolder, path), default);
        return file.Read(new Utf8Buffer(), out var refusal) is { } bytes
            ? Appended(request, key, entry, new SourceText(path, bytes.ToArray()), bytes.ToArray())
            : new([]) { Diagnostics = [file.Refused(refusal)] };
    }

    private static StartingProblem? ProblemOf(AuthorRequest request, string key)
    {
        (string What, string? Text)[] lines =
        [
            ("name", request.Name), ("key", request.Key), ("text", request.Bio), ("address", request.Email), ("address", request.Link),
        ];
        return lines.Select(line => line.Text is { } text ? OneLine.ProblemOf(line.What, text) : null)
            .FirstOrDefault(found => found is not null)
            ?? (key.Length == 0 ? StartingMessages.NoKey(request.Name) : null);
    }

    private static StartingPlan Appended(AuthorRequest request, string key, string entry, SourceText source, byte[] before)
    {
        var known = AuthorsReader.Read(source);
        if (known.Diagnostics.FirstOrDefault(problem => problem.IsError) is not null)
        {
            return new([]) { Diagnostics = known.Diagnostics };
        }

        var directory = AuthorDirectory.Create(known.Value);
        if ((directory.Find(key) ?? directory.Find(request.Name.Trim())) is { } other)
        {
            return StartingPlan.Refused(StartingMessages.AuthorExists(source.Path, other.Key));
        }

        var text = Encoding.UTF8.GetString(before);
        var lineEnd = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var gap = text.Trim('\uFEFF', ' ', '\r', '\n').Length == 0 ? "" : lineEnd;
        var added = (text.Length == 0 || text[^1] == '\n' ? gap : lineEnd + gap) + entry.ReplaceLineEndings(lineEnd);
        return IsReadWith(source.Path, text + added, known.Value, key, request.Name.Trim())
            ? new([new NewFile(source.Path, Encoding.UTF8.GetBytes(added)) { Before = before }])
            : StartingPlan.Refused(StartingMessages.AuthorsNotExtensible(
                source.Path, $"{YamlText.Quote(key)}: {{name: {YamlText.QuoteInList(request.Name.Trim())}}}"));
    }

    // A file may end in a way that takes what follows for something else: a closed document, a list in brackets, a text in lines.
    private static bool IsReadWith(string path, string text, ImmutableArray<AuthorProfile> known, string key, string name)
    {
        var all = AuthorsReader.Read(new SourceText(path, Encoding.UTF8.GetBytes(text))).Value;
        return all.Length == known.Length + 1
            && all[^1].Key == key && all[^1].Name == name
            && all[..^1].Select(author => author.Fingerprint).SequenceEqual(known.Select(author => author.Fingerprint));
    }

    private static string EntryOf(AuthorRequest request, string key)
    {
        var entry = new StringBuilder($"{YamlText.Quote(key)}:\n  name: {Quoted(request.Name)}\n");
        if (request.Bio is { } bio)
        {
            entry.Append("  bio: ").Append(YamlText.Quote(bio.Trim())).Append('\n');
        }

        if (request.Email is { } email)
        {
            entry.Append("  email: ").Append(YamlText.Quote(email.Trim())).Append("\n  show_email: true\n");
        }

        if (request.Link is { } link)
        {
            var title = Uri.TryCreate(link.Trim(), UriKind.Absolute, out var url) && url.Host.Length > 0 ? url.Host : link.Trim();
            entry.Append("  links:\n    - title: ").Append(YamlText.Quote(title)).Append('\n');
            entry.Append("      url: ").Append(YamlText.Quote(link.Trim())).Append('\n');
        }

        return entry.ToString();
    }

    private static string Quoted(string name) => YamlText.Quote(EntityText.Encode(name.Trim()));
}
