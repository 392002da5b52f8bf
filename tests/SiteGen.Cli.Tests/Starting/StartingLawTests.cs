using SiteGen.Testing;

namespace SiteGen.Cli.Tests.Starting;

/// <summary>What the commands that add to a site may write: new files, inside of the site, through no link.</summary>
public sealed class StartingLawTests : IDisposable
{
    private static readonly string[] s_places =
    [
        "..", "../..", "../other", "a/../../b", "/tmp", "/", ".", "./a", "a/./b", "a//b", "~", "..\\..", "C:\\x", "a\0b", "a\nb",
        "\u202Ea", " ", ".git", ".sitegen", "a/.hidden", "-x", "%2e%2e", "..%2f..", new('x', 300), "con",
    ];

    private readonly StartedSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Law_14_commands_that_add_to_a_site_write_inside_of_it_and_over_nothing()
    {
        _site.Write("posts/a.md", "mine");
        _site.Write("authors.yml", "ana: Ana\n");
        File.WriteAllText(Path.Combine(_site.Around, "outside.txt"), "mine");
        foreach (var place in s_places)
        {
            string[][] lines =
            [
                ["post", "-s", _site.Path, "A", "--section", place], ["post", "-s", _site.Path, "A", "--slug", place],
                ["post", "-s", _site.Path, "--", place], ["page", "-s", _site.Path, "--", place],
                ["page", "-s", _site.Path, "A", "--slug", place], ["author", "-s", _site.Path, "A", "--key", place],
                ["author", "-s", _site.Path, "--", place], ["theme", "-s", _site.Path, "--", place],
                ["theme", "-s", _site.Path, "--", $"{place}/post.html"],
            ];
            Assert.All(lines, line => AddsOnly(["new", .. line]));
            AddsOnly(["init", _site.Path, "--force", "--title", place]);
        }
    }

    [Fact]
    public void Law_14_commands_that_add_to_a_site_write_through_no_link()
    {
        var outside = Directory.CreateDirectory(Path.Combine(_site.Around, "outside")).FullName;
        foreach (var folder in (string[])["posts", "pages", "templates"])
        {
            Directory.CreateSymbolicLink(Path.Combine(_site.Path, folder), outside);
        }

        Directory.CreateDirectory(Path.Combine(outside, "partials"));
        File.CreateSymbolicLink(Path.Combine(_site.Path, "authors.yml"), Path.Combine(outside, "authors.yml"));
        string[][] lines = [["post", "A"], ["page", "A"], ["author", "A"], ["theme", "partials/footer.html"]];
        Assert.All(lines, line => Assert.InRange(_site.Add(line[0], line[1..]).ExitCode, 1, 2));
        File.WriteAllText(Path.Combine(outside, "authors.yml"), "bo: Bo\n");
        Assert.Equal(2, _site.Add("author", "A").ExitCode);
        Assert.Equal(2, CommandLine.Run("init", _site.Path, "--force").ExitCode);
        Assert.Equal(["authors.yml"], TempFolder.Contents(outside).Keys);
        Assert.Equal("bo: Bo\n", File.ReadAllText(Path.Combine(outside, "authors.yml")));
    }

    [Fact]
    public void A_site_may_itself_be_reached_by_a_link()
    {
        var link = Path.Combine(_site.Around, "link");
        Directory.CreateSymbolicLink(link, _site.Path);
        Assert.Equal(0, CommandLine.Run("new", "page", "A", "-s", link).ExitCode);
        Assert.True(_site.Has("pages/a.md"));
    }

    private void AddsOnly(string[] line)
    {
        var before = TempFolder.Contents(_site.Around);
        var result = CommandLine.Run(line);
        Assert.True(result.ExitCode is 0 or 2 or 3, string.Join(' ', line));
        var after = TempFolder.Contents(_site.Around);
        foreach (var (path, bytes) in before)
        {
            // Authors stand below each other in one file.
            var isSame = path == "site/authors.yml" ? after[path].AsSpan().StartsWith(bytes) : after[path].AsSpan().SequenceEqual(bytes);
            Assert.True(isSame, $"{string.Join(' ', line)} changes {path}");
        }

        Assert.All(after.Keys.Except(before.Keys), path => Assert.StartsWith("site/", path, StringComparison.Ordinal));
    }
}
