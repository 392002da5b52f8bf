using System.Text;
using SiteGen.Pipeline.Rendering.Functions;
using SiteGen.Pipeline.Rendering.Views;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Tests.Theme;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Documentation;

/// <summary>The template reference says what the code does: every name, every function, every example.</summary>
public sealed class TemplateReferenceTests : IDisposable
{
    private const string Path = "pages/template-reference.md";

    private readonly ReferencePage _page = new(Path);
    private readonly TestSite _files;
    private readonly LoadedSite _site;

    public TemplateReferenceTests()
    {
        _files = TestSite.From(_page.Fences.Single(fence => fence.Kind == "archive").Text)
            .Write("static/peas.png", SamplePicture.Png(640, 480));
        var partials = _page.Fences.Where(fence => fence.Kind.StartsWith("scriban ", StringComparison.Ordinal))
            .Select(fence => LoadedSite.Parse(fence.Kind["scriban ".Length..], fence.Text.TrimEnd('\n')).Value);
        _site = LoadedSite.Of(_files, [.. partials]);
    }

    public void Dispose() => _files.Dispose();

    // With SITEGEN_UPDATE_SNAPSHOTS=1 the results on the page are written anew.
    [Fact]
    public void Every_example_gives_the_result_beside_it()
    {
        Assert.True(_page.Fences.Count(fence => fence.Kind == "scriban") == _page.Fences.Count(fence => fence.Kind == "output"));
        Snapshot.Match(_page.WithResults(Render), "../" + Path);
    }

    [Fact]
    public void Every_name_that_a_template_can_read_has_its_row() =>
        Assert.All(Api(), view => Assert.Equal(view.Members.Names, RowsOf(view.Name)));

    [Fact]
    public void Every_name_in_a_view_s_list_is_known_to_the_view_and_no_other() =>
        Assert.All(Api(), view =>
        {
            Assert.All(view.Members.Names, name => Assert.True(view.Members.TryGet(name, out _), $"{view.Name}.{name}"));
            Assert.False(view.Members.TryGet("no_such_name", out _));
        });

    [Fact]
    public void The_names_that_a_template_starts_with_are_those_of_the_tables()
    {
        var model = _site.Model(_site.Route<HomeRoute>("/"), "home");
        Assert.All(model.Names, name => Assert.True(model.TryGet(name, out _), name));
        var written = _page.Rows.Where(row => row.FirstColumn == "Page").SelectMany(row => row.Cells[2].Split('`'));
        Assert.All(model.Names.Except(["site", "page", "words"]), name => Assert.Contains(name, written));
    }

    [Fact]
    public void Every_function_has_its_row_and_no_row_is_made_up()
    {
        var rows = _page.Rows.Where(row => row.FirstColumn == "Function").Select(row => ReferencePage.CodeOf(row.Cells[0])).ToArray();
        Assert.Equal(SiteFunctions.Table.Names.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
        var untried = _page.Rows.Where(row => row.FirstColumn == "Function"
            && !row.Cells[2].Contains(ReferencePage.CodeOf(row.Cells[0]), StringComparison.Ordinal));
        Assert.Empty(untried.Select(row => row.Cells[0]));
    }

    [Fact]
    public void The_limits_are_those_of_the_code()
    {
        var limits = _page.Rows.Where(row => row.FirstColumn == "Limit").Select(row => row.Cells[1]).ToArray();
        var options = RenderOptions.Default;
        Assert.Equal(
            [
                $"{options.WorkLimit:N0} steps",
                $"{options.OutputLimit >> 20} MiB",
                $"{options.RecursionLimit}",
                $"{TemplateOptions.Default.NestingLimit}",
                $"{options.RegexTimeout.TotalSeconds} s"
            ],
            limits[..5]);
    }

    [Fact]
    public void The_template_API_is_the_recorded_one()
    {
        var text = new StringBuilder();
        foreach (var (name, members) in Api())
        {
            text.Append(string.Concat(members.Names.Select(member => $"{name}.{member}\n")));
        }

        text.Append(string.Concat(SiteFunctions.Table.Names.Select(name => $"{name}()\n")));
        Snapshot.Match(text.ToString(), "SiteGen.Pipeline.Tests/Snapshots/template-api.txt");
    }

    [Fact]
    public void The_built_page_shows_pipes_as_they_are_written_in_templates()
    {
        using var site = TestSite.From(
            $"-- pages/template-reference.md --\n{_page.Text.Replace("\n-- ", "\n - ", StringComparison.Ordinal)}",
            "-- posts/a.md --\n# A");
        site.Build().Has(
            "template-reference/index.html",
            "<td><code>{{ &quot;Rain&quot; | string.upcase }}</code></td>\n<td><code>RAIN</code></td>")
                .Lacks("template-reference/index.html", "\\|");
    }

    private ImageView Picture(string url)
    {
        var copy = _site.Routes.CopyOf(url)!;
        return new ImageView(copy, _site.Scope.Pictures.Find(copy)!);
    }

    private string Render(string example)
    {
        var parsed = LoadedSite.Parse("example.html", example);
        return string.Concat(parsed.Diagnostics.Select(problem => problem.ToText()))
            + _site.Render(parsed.Value, _site.Model(_site.Route<PostRoute>("/posts/rain/"), "post"));
    }

    private IEnumerable<string> RowsOf(string section) =>
        _page.Rows.Where(row => row.Section == section && row.FirstColumn == "Name").Select(row => ReferencePage.CodeOf(row.Cells[0]));

    // Every kind of object that a template can meet, under the heading of its table.
    private IEnumerable<(string Name, IMembers Members)> Api()
    {
        var post = _site.Model(_site.Route<PostRoute>("/posts/rain/"), "post");
        var home = _site.Model(_site.Route<HomeRoute>("/"), "home");
        var term = _site.Model(_site.Routes.Routes.OfType<TermRoute>().First(), "term");
        var archive = _site.Model(_site.Route<ArchiveRoute>("/archive/"), "archive");
        return
        [
            ("site", Member(home, "site")),
            ("page", Member(home, "page")),
            ("post", Member(post, "post")),
            ("Picture", Picture("/peas.png")),
            ("Heading", First(Member(post, "post"), "headings")),
            ("Comment", First(Member(post, "post"), "comments")),
            ("words", Member(home, "words")),
            ("paginator", Member(home, "paginator")),
            ("term", Member(term, "term")),
            ("taxonomy", Member(term, "taxonomy")),
            ("series", Member(Member(post, "post"), "series")),
            ("archive", Member(archive, "archive")),
            ("Year", First(Member(home, "site"), "years")),
            ("Month", First(First(Member(home, "site"), "years"), "months")),
            ("Translation", First(Member(post, "post"), "translations")),
            ("Alternate", First(Member(post, "page"), "alternates")),
            ("Audio", Member(Member(post, "post"), "audio")),
            ("Feed", First(Member(home, "site"), "feeds")),
            ("Menu entry", First(Member(Member(home, "site"), "menus"), "main")),
        ];
    }

    private static IMembers Member(IMembers members, string name) =>
        members.TryGet(name, out var value) && value.TryGetMembers(out var found)
            ? found
            : throw new InvalidOperationException($"there is no '{name}'");

    private static IMembers First(IMembers members, string name) =>
        members.TryGet(name, out var value) && value.TryGetItems(out var items) && items[0].TryGetMembers(out var found)
            ? found
            : throw new InvalidOperationException($"there is no '{name}'");
}
