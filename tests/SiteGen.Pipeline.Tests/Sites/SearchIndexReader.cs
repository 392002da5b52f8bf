using System.Text.Json.Nodes;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>A search index read from its files: the posts of each term by place, and the details of each post.</summary>
internal sealed class SearchIndexReader
{
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static readonly string[] s_places = ["text", "tag", "heading", "title"];

    private readonly Dictionary<int, string> _urls = [];
    private readonly Dictionary<string, string> _lists = new(StringComparer.Ordinal);

    public SearchIndexReader(TestSite site, string folder = "search")
    {
        foreach (var (path, bytes) in TempFolder.Contents(site.OutputFolder).Where(file =>
            file.Key.StartsWith(folder + "/", StringComparison.Ordinal) && file.Key.EndsWith(".json", StringComparison.Ordinal)))
        {
            Read(JsonNode.Parse(bytes)!.AsObject(), path[(folder.Length + 1)..]);
        }
    }

    /// <summary>The file of each term.</summary>
    public Dictionary<string, string> Files { get; } = new(StringComparer.Ordinal);

    public IEnumerable<string> Words => _lists.Keys.Order(StringComparer.Ordinal);

    public IEnumerable<string> Urls => _urls.Values;

    public IReadOnlyDictionary<int, string> Ranks => _urls;

    /// <summary>Titles and summaries by URL.</summary>
    public Dictionary<string, (string Title, string Day, string Summary)> Posts { get; } = new(StringComparer.Ordinal);

    /// <summary>Where a term is, as <c>/a/ title, /b/ text</c>, the newest posts first.</summary>
    public string Of(string word) => !_lists.TryGetValue(word, out var lists) ? "" : string.Join(", ", lists.TrimStart('!').Split('.')
        .SelectMany((list, place) => Decode(list).Select(rank => (Rank: rank, Place: place)))
        .OrderBy(found => found.Rank)
        .Select(found => $"{_urls[found.Rank]} {s_places[found.Place]}"));

    /// <summary>Whether the list of a term says that it is not complete.</summary>
    public bool IsCut(string word) => _lists[word][0] == '!';

    /// <summary>How many posts have a term in their text only.</summary>
    public int CountInText(string word) => Decode(_lists[word].TrimStart('!').Split('.')[0]).Count();

    private void Read(JsonObject file, string name)
    {
        Assert.Subset(new HashSet<string> { "words", "lists", "posts" }, file.Select(member => member.Key).ToHashSet());
        var (words, lists) = (((string?)file["words"] ?? "").Split(' '), ((string?)file["lists"] ?? "").Split(' '));
        Assert.Equal(words.Length, lists.Length);
        foreach (var (word, list) in words.Zip(lists).Where(pair => pair.First.Length > 0))
        {
            _lists.Add(word, list);
            Files.Add(word, name);
        }

        foreach (var post in file["posts"]?.AsArray() ?? [])
        {
            var url = (string)post![1]!;
            _urls.Add((int)post[0]!, url);
            Posts.Add(url, ((string)post[2]!, (string)post[3]!, (string)post[4]!));
        }
    }

    private static IEnumerable<int> Decode(string list)
    {
        var (last, distance, shift) = (-1, 0, 0);
        foreach (var c in list)
        {
            var digit = Digits.IndexOf(c, StringComparison.Ordinal);
            Assert.True(digit >= 0, list);
            distance |= (digit & 31) << shift;
            shift += 5;
            if (digit < 32)
            {
                last += distance + 1;
                (distance, shift) = (0, 0);
                yield return last;
            }
        }

        Assert.Equal(0, shift);
    }
}
