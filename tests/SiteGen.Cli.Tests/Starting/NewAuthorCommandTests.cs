namespace SiteGen.Cli.Tests.Starting;

/// <summary><c>sitegen new author</c>: an entry in <c>authors.yml</c>.</summary>
public sealed class NewAuthorCommandTests : IDisposable
{
    private readonly StartedSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void The_file_is_made_and_a_second_author_stands_below_the_first()
    {
        Assert.Equal(["authors.yml"], _site.Printed(_site.Add("author", "Ana Müller")));
        Assert.Equal("ana-müller:\n  name: Ana Müller\n", _site["authors.yml"]);
        var second = _site.Add(
            "author", "Bo", "--key", "bo: the second", "--bio", "Writes: a lot",
            "--email", "bo@example.org", "--url", "https://bo.example/x");
        Assert.Equal(["authors.yml"], _site.Printed(second));
        Assert.Equal("""
            ana-müller:
              name: Ana Müller

            "bo: the second":
              name: Bo
              bio: "Writes: a lot"
              email: "bo@example.org"
              show_email: true
              links:
                - title: bo.example
                  url: https://bo.example/x

            """.ReplaceLineEndings("\n"), _site["authors.yml"]);
        _site.Write("posts/a.md", "---\ntitle: A\ndate: 2026-01-01\nauthors: [ana-müller, Bo]\n---\nHi.\n");
        Assert.Equal((0, ""), (_site.Build().ExitCode, _site.Build().Error));
        Assert.True(_site.Has("_site/authors/bo/index.html") && _site.Has("_site/authors/ana-müller/index.html"));
    }

    [Theory]
    [InlineData("", "bo:\n  name: Bo\n")]
    [InlineData("# Who writes\n", "\nbo:\n  name: Bo\n")]
    [InlineData("ana:\n  name: Ana", "\n\nbo:\n  name: Bo\n")]
    [InlineData("ana:\r\n  name: Ana\r\n", "\r\nbo:\r\n  name: Bo\r\n")]
    [InlineData("\uFEFFana: Ana\n", "\nbo:\n  name: Bo\n")]
    public void Not_a_byte_of_a_file_is_changed(string before, string added)
    {
        _site.Write("authors.yml", before);
        Assert.Equal(0, _site.Add("author", "Bo").ExitCode);
        Assert.Equal(before + added, System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(_site.Path, "authors.yml"))));
    }

    [Fact]
    public void The_other_ending_of_the_file_is_used_where_it_is()
    {
        _site.Write("authors.yaml", "ana: Ana\n");
        Assert.Equal(["authors.yaml"], _site.Printed(_site.Add("author", "Bo")));
    }

    [Theory]
    [InlineData("bo: Robert\n", "'authors.yml' has an author 'bo' already")]
    [InlineData("BO: Robert\n", "'authors.yml' has an author 'BO' already")]
    [InlineData("robert: Bo\n", "'authors.yml' has an author 'robert' already")]
    [InlineData("{ana: Ana}\n", "'authors.yml' is written in a way that nothing can be added at its end")]
    [InlineData("  ana: Ana\n", "'authors.yml' is written in a way that nothing can be added at its end")]
    [InlineData("ana: Ana\n...\n", "'authors.yml' is written in a way that nothing can be added at its end")]
    public void A_key_that_is_taken_and_a_file_that_cannot_be_added_to_are_refused(string before, string message)
    {
        _site.Write("authors.yml", before);
        Assert.StartsWith("sitegen: " + message, StartedSite.Refusal(_site.Add("author", "Bo"), 2), StringComparison.Ordinal);
        Assert.Equal(before, _site["authors.yml"]);
    }

    [Theory]
    [InlineData("the name is empty", " ")]
    [InlineData("the name has a line break or another character that cannot be seen", "a\nb")]
    [InlineData("'🎉' has no letter and no digit to make a key of", "🎉")]
    [InlineData("the text has a line break or another character that cannot be seen", "Bo", "--bio", "a\nb")]
    [InlineData("the key is empty", "Bo", "--key", " ")]
    [InlineData("the address is empty", "Bo", "--email", " ")]
    [InlineData("the address is empty", "Bo", "--url", " ")]
    public void What_cannot_be_an_author_is_refused(string message, params string[] arguments)
    {
        Assert.StartsWith("sitegen: " + message, StartedSite.Refusal(_site.Add("author", arguments), 2), StringComparison.Ordinal);
        Assert.False(_site.Has("authors.yml"));
    }

    [Fact]
    public void A_broken_file_of_authors_is_reported_in_its_place()
    {
        _site.Write("authors.yml", "ana: [\n");
        Assert.Contains("authors.yml(1,6): error SG1007", StartedSite.Refusal(_site.Add("author", "Bo"), 1), StringComparison.Ordinal);
    }
}
