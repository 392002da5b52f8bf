using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>What lies in <c>data/</c> can be read by templates.</summary>
public sealed class DataTests
{
    private const string Post = "-- posts/a.md --\n# A\n";

    [Theory]
    [InlineData("site.data.trees[1].name", "yew")]
    [InlineData("site.data.trees.size", "2")]
    [InlineData("site.data.places.lakes.first.depth + 1", "13")]
    [InlineData("site.data.places.towns[0].name", "Bree, \"old\"")]
    [InlineData("site.data.places.towns[1].note", "two\nlines")]
    [InlineData("(site.data.places | object.keys) | array.join ','", "lakes,towns")]
    [InlineData("site.data['my list'].size", "3")]
    [InlineData("site.data.semi[0].b", "2")]
    [InlineData("site.data.nothing ?? 'none'", "none")]
    [InlineData("site.data.places.nothing ?? 'none'", "none")]
    public void A_template_reads_YAML_JSON_and_CSV(string expression, string expected)
    {
        using var site = TestSite.From(
            Tiny.Theme, Post, $"-- templates/page.html --\n{{{{ {expression} }}}}|\n-- pages/p.md --\nx\n",
            "-- data/trees.yml --\n- name: oak\n- name: yew\n",
            "-- data/places/lakes.json --\n{\"first\": {\"depth\": 12}}\n",
            "-- data/places/towns.csv --\nname,note\n\"Bree, \"\"old\"\"\",\n\nX,\"two\nlines\"\n",
            "-- data/my list.yaml --\n[1, 2, 3]\n-- data/semi.csv --\na;b\n1;2\n-- data/notes.txt --\nnot read\n").Build();
        Assert.StartsWith(
            $"<page at=\"/p/\">{expected.Replace("\"", "&quot;", StringComparison.Ordinal)}|",
            site.Problems().Output("p/index.html"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_renders_the_pages_that_read_it()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            Post,
            """
            -- templates/page.html --
            {{ if page.title == 'Tall' }}{{ site.data.trees?.tall }}{{ else if page.title == 'All' }}{{ for name in site.data | object.keys }}{{ name }} {{ end }}{{ end }}
            -- pages/tall.md --
            # Tall
            -- pages/all.md --
            # All
            -- data/trees.yml --
            tall: oak
            """).Build().Has("tall/index.html", "oak").Has("all/index.html", ">trees ");
        site.Edit("data/trees.yml", "oak", "yew").Build().Rendered("tall/index.html").Has("tall/index.html", "yew");
        site.Write("data/more.json", "1").Build().Rendered("all/index.html").Has("all/index.html", ">more trees ");
        site.Delete("data/trees.yml").Build().Rendered("all/index.html", "tall/index.html").Lacks("tall/index.html", "yew");
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_an_error_with_its_place()
    {
        using var site = TestSite.From(
            Post,
            """
            -- data/half.json --
            ["\ud800"]
            -- data/a.yml --
            x: [1,
            -- data/b.json --
            {"a": }
            -- data/c.csv --
            a,b
            1,2
            3,4,5
            -- data/d.csv --
            a
            1
            "open

            """)
                .Build();
        site.Problems(
            "data/a.yml(1,4): error SG1007: this file cannot be read: the list that opens here is not closed",
            "data/b.json(1,7): error SG1007: this file cannot be read: a value is missing in front of this",
            "data/c.csv(3,1): error SG1007: this file cannot be read: this line has 3 fields, the first line names 2",
            "data/d.csv(3,1): error SG1007: this file cannot be read: a field that starts with '\"' in this line does not end",
            "data/half.json(1,1): error SG1007: this file cannot be read: a text holds half of a character "
                + "('\\ud800' to '\\udfff' stand in pairs)");
    }

    [Fact]
    public void Two_files_of_one_name_are_told()
    {
        using var site = TestSite.From(Post, "-- data/a.yml --\n1\n-- data/a.json --\n2\n").Build();
        site.Problems("data/a.yml: warning SG1008: 'data/a.json' has the same name and is the one that is read");
    }

    [Fact]
    public void The_folder_can_have_another_name()
    {
        using var site = TestSite.From(
            Tiny.Theme,
            Post,
            "-- sitegen.yml --\ndata: _data\n-- _data/x.yml --\ny\n-- templates/404.html --\n{{ site.data.x }}\n").Build();
        site.Has("404.html", ">y\n");
    }
}
