using System.Collections.Immutable;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Tests.Parsing;

namespace SiteGen.Pipeline.Tests.Modeling;

/// <summary>Heads of posts, made from lines such as <c>a: date 2026-01-02, tags [x]</c>.</summary>
internal static class Heads
{
    /// <summary>The head of <c>posts/NAME.md</c> with this front matter, in which <c>;</c> ends a line.</summary>
    public static PostHead Of(string name, string front) =>
        ParsedPosts.Post(
            $"posts/{name}.md",
            $"---\ntitle: {name}\n{front.Replace("; ", "\n", StringComparison.Ordinal)}\n---\nText.\n").Head;

    /// <summary>Several of them, each as <c>name | front matter</c>, in the order given.</summary>
    public static ImmutableArray<PostHead> All(params string[] lines) =>
        [.. lines.Select(line => Of(line.Split(" | ")[0], line.Split(" | ")[^1]))];

    /// <summary>Their names.</summary>
    public static string Names(IEnumerable<PostHead> heads) => string.Join(' ', heads.Select(head => head.Title));
}
