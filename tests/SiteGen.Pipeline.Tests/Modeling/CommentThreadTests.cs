using System.Collections.Immutable;
using System.Globalization;
using SiteGen.Pipeline.Content;
using SiteGen.Pipeline.Modeling;

namespace SiteGen.Pipeline.Tests.Modeling;

public sealed class CommentThreadTests
{
    // A comment is 'id', 'id<parent' or 'id@day' or both; '-' is no id. Shown as 'anchor(replies)'.
    [Theory]
    [InlineData("one", "a", "a")]
    [InlineData("in the order of the file where no dates are", "b a", "b a")]
    [InlineData("older ones first", "b@2 a@1", "a b")]
    [InlineData("one without a date behind those with one", "c b@2 a@1", "a b c")]
    [InlineData("answers below, older ones first", "a@1 c@3<a b@2<a", "a(b c)")]
    [InlineData("an answer may stand before its question", "b<a a", "a(b)")]
    [InlineData("an answer to what is gone answers nobody", "a b<x", "a b")]
    [InlineData("an answer to itself answers nobody", "a<a", "a")]
    [InlineData("a circle is cut", "a<c b<a c<b", "c(a(b))|a(b(c))|b(c(a))")]
    [InlineData("five levels deep", "a b<a c<b d<c e<d f<e g<f", "a(b(c(d(e f g))))")]
    [InlineData("the first of equal ids is answered", "a@1 a@2 b<a", "a(b) a-2")]
    [InlineData("without an id the number", "- -", "1 2")]
    [InlineData("a number that is taken", "2 -", "2 n-2")]
    [InlineData("what cannot stand in an address is left out", "a/b\"c", "abc")]
    public void Comments_stand_below_what_they_answer(string what, string comments, string expected)
    {
        var thread = CommentThread.Create([File([.. comments.Split(' ').Select(text => Comment(text, "comment"))])]);
        Assert.Contains(Shown(thread.Comments), expected.Split('|'));
        Assert.Equal((what, comments.Split(' ').Length, 0), (what, thread.Count, thread.Pingbacks.Length));
    }

    [Fact]
    public void A_depth_is_counted_from_one_and_stops_at_five()
    {
        var thread = CommentThread.Create([File([.. "a b<a c<b d<c e<d f<e".Split(' ').Select(text => Comment(text, "comment"))])]);
        var depths = new List<int>();
        void Walk(ImmutableArray<CommentNode> nodes)
        {
            foreach (var node in nodes)
            {
                depths.Add(node.Depth);
                Walk(node.Replies);
            }
        }

        Walk(thread.Comments);
        Assert.Equal([1, 2, 3, 4, 5, 5], depths);
    }

    [Fact]
    public void What_other_sites_said_stands_apart_and_is_answered_by_nobody()
    {
        var thread = CommentThread.Create([File([Comment("p@2", "pingback"), Comment("a<p", "comment"), Comment("q@1", "trackback")])]);
        Assert.Equal(("a", "q p", 1), (Shown(thread.Comments), Shown(thread.Pingbacks), thread.Count));
    }

    [Fact]
    public void Several_files_are_one_thread()
    {
        var thread = CommentThread.Create([
            File([Comment("a@2", "comment")]), File([Comment("b@3<a", "comment"), Comment("a@1", "comment")])
        ]);
        Assert.Equal("a-3 a(b)", Shown(thread.Comments));
    }

    private static CommentFile File(ImmutableArray<Comment> comments) => new("data/comments/a.yml", "a", comments, default);

    private static Comment Comment(string text, string kind)
    {
        var parent = text.Contains('<', StringComparison.Ordinal) ? text.Split('<')[1] : null;
        var start = text.Split('<')[0].Split('@');
        DateTimeOffset? date = start.Length > 1
            ? new DateTimeOffset(2026, 1, int.Parse(start[1], CultureInfo.InvariantCulture), 0, 0, 0, TimeSpan.Zero)
            : null;
        return new Comment(start[0] == "-" ? null : start[0], parent, kind, "Ada", null, date, default);
    }

    private static string Shown(ImmutableArray<CommentNode> nodes) =>
        string.Join(' ', nodes.Select(node => node.Replies.IsEmpty ? node.Anchor : $"{node.Anchor}({Shown(node.Replies)})"));
}
