using System.Text;
using SiteGen.Pipeline.Parsing;
using SiteGen.Pipeline.Parsing.Keeping;
using SiteGen.Pipeline.Records;

namespace SiteGen.Pipeline.Tests.Parsing;

/// <summary>What a post costs in memory that is thrown away. A bound that breaks is a change to look at, not a slow machine.</summary>
public sealed class PostAllocationTests
{
    private const string Front = """
        ---
        title: "About mentors & diplomas"
        date: 2015-01-31T11:02:48Z
        slug: about-mentors
        tags: [databases, music, history]
        description: "A sentence that says what the post is about, as long as such a sentence is."
        author: Alice Moreau
        ---

        """;

    private static readonly string s_text = Front + string.Concat(Enumerable.Range(0, 40).Select(i =>
        $"Paragraph {i} has *some* emphasis and [a link](https://example.org/{i}), and goes on for a while after that.\n\n"));

    [Fact]
    public void A_post_full_of_links_allocates_less_than_22_times_its_size()
    {
        var bytes = Encoding.UTF8.GetBytes(s_text);
        var parser = new PostParser(ParsedPosts.Options);
        var file = ParsedPosts.File("posts/a.md", bytes);
        Assert.InRange(bytes.Length, 4000, 5000);
        Assert.InRange(AllocatedBy(() => parser.Parse(file, bytes)), 1, 22 * bytes.Length);
    }

    [Fact]
    public void A_post_that_the_cache_knows_allocates_less_than_1_kB()
    {
        var bytes = Encoding.UTF8.GetBytes(s_text);
        var parser = new PostParser(ParsedPosts.Options);
        var file = ParsedPosts.File("posts/a.md", bytes);
        parser.Parse(file, bytes, out var post);
        var stored = new SourceRecord(default, null, post, null, null, [], []).ToBytes(new RecordWriter());
        var names = new RecordNames();
        Assert.InRange(AllocatedBy(() => Restore(SourceRecord.Read(stored, file, names))), 1, 1000);

        void Restore(SourceRecord record)
        {
            Assert.NotNull(record.Post);
            parser.Restore(file, record.Post.Value, keepsBody: true);
        }
    }

    private static long AllocatedBy(Action action)
    {
        const int Rounds = 20;
        // Warm-up: what is created once is not counted.
        action();
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Rounds; round++)
        {
            action();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;
    }
}
