using System.Collections.Immutable;
using SiteGen.Pipeline.Data;
using SiteGen.Pipeline.Modeling;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.Rendering.Views;

/// <summary>A comment in templates.</summary>
internal sealed class CommentView(CommentNode node) : IClosedMembers
{
    public string Description => "a comment";

    public ImmutableArray<string> Names { get; } = ["author", "url", "date", "body", "kind", "id", "replies", "depth"];

    /// <summary>A list of comments.</summary>
    public static Value ListOf(ImmutableArray<CommentNode> nodes) =>
        Value.From(new ItemList([.. nodes.Select(node => Value.From(new CommentView(node)))]));

    public bool TryGet(string name, out Value value)
    {
        (var known, value) = name switch
        {
            "author" => (true, Value.From(node.Comment.Author)),
            "url" => (true, Value.From(node.Comment.Url)),
            "date" => (true, Value.From(node.Comment.Date)),
            "body" => (true, Value.Html(node.Comment.Body)),
            "kind" => (true, Value.From(node.Comment.Kind)),
            "id" => (true, Value.From(node.Anchor)),
            "replies" => (true, ListOf(node.Replies)),
            "depth" => (true, Value.From(node.Depth)),
            _ => (false, Value.Nil),
        };
        return known;
    }
}
