using System.Xml.Linq;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>A post without a photograph has a card: a PNG for networks on which it is shared, drawn from a template.</summary>
public sealed class CardTests
{
    private const string Two = """
        -- posts/rain.md --
        ---
        title: Rain
        date: 2026-01-01
        ---
        It rains.
        -- posts/sun.md --
        ---
        title: Sun
        date: 2026-02-01
        image: sea.jpg
        image_alt: The sea
        ---
        It shines.
        """;

    private const string Start = "<svg xmlns=\"http://www.w3.org/2000/svg\"";

    // A drawing in one colour, which the template can say.
    private const string Red = """
        -- templates/social-card.svg --
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630"><rect width="1200" height="630" fill="red"/></svg>
        """;

    [Fact]
    public void A_post_gets_a_card_unless_it_has_a_photograph()
    {
        using var site = With(Two).Build();
        site.Problems();
        using var card = SamplePicture.Decode(Bytes(site, "posts/rain/card.png"));
        Assert.Equal((1200, 630, 3), (card.Width, card.Height, card.Bands));
        site.HasNot("posts/sun/card.png")
            .Has(
                "posts/rain/index.html",
                "<meta property=\"og:image\" content=\"https://example.org/blog/posts/rain/card.png\">",
                "<meta property=\"og:image:width\" content=\"1200\">",
                "<meta property=\"og:image:alt\" content=\"Rain\">",
                "<meta name=\"twitter:card\" content=\"summary_large_image\">")
            .Lacks("posts/sun/index.html", "card.png")
            .Has("posts/sun/index.html", "/blog/posts/sea-");
    }

    [Fact]
    public void Without_the_option_there_are_no_cards()
    {
        using var site = With(Two).Write("sitegen.yml", "theme: {card_font: fonts/x.ttf}\n").Build();
        site.Problems().HasNot("posts/rain/card.png").Lacks("posts/rain/index.html", "card.png");
    }

    [Fact]
    public void A_page_at_the_root_has_its_card_beside_it()
    {
        using var site = With(Red, "-- posts/a.md --\nA\n-- pages/about.md --\n---\nurl: /about.html\n---\nA\n");
        site.Build().Problems().Has("about.html", "/about-card.png\">");
        Assert.Equal([255.0, 0, 0], PixelOf(site, "about-card.png", 600, 300));
    }

    [Fact]
    public void A_card_is_drawn_again_only_when_its_post_or_the_template_changes()
    {
        using var site = With(Red, Two).Build();
        site.Write("posts/rain.md", "---\ntitle: Rain\ndate: 2026-01-01\n---\nIt pours.").Build();
        Assert.DoesNotContain("posts/rain/card.png", site.Result.Rendered);
        site.Edit("templates/social-card.svg", "red", "lime").Build();
        Assert.Equal([0.0, 255, 0], PixelOf(site, "posts/rain/card.png", 600, 300));
        site.Edit("templates/social-card.svg", "lime", "{{ post.title == 'Rain' ? 'blue' : 'lime' }}").Build();
        Assert.Equal([0.0, 0, 255], PixelOf(site, "posts/rain/card.png", 600, 300));
        site.Edit("posts/rain.md", "title: Rain", "title: Snow").Build();
        Assert.Equal([0.0, 255, 0], PixelOf(site, "posts/rain/card.png", 600, 300));
    }

    [Fact]
    public void What_was_drawn_is_taken_from_the_cache()
    {
        using var site = With(Two).Build();
        var before = Bytes(site, "posts/rain/card.png");
        var kept = Kept(site);
        site.Delete("_site").Delete(".sitegen/cache").Build();
        Assert.Equal(before, Bytes(site, "posts/rain/card.png"));
        Assert.Equal(kept, Kept(site));
    }

    [Fact]
    public void A_title_is_written_with_the_font_of_the_site()
    {
        // Each letter of the font is a block of half the size in width and seven tenths in height.
        using var site = With("-- posts/a.md --\n---\ntitle: RAIN\n---\nA\n").Build();
        using var card = SamplePicture.Decode(Bytes(site, "posts/a/card.png"));
        using var title = card.ExtractArea(0, 150, 1200, 350);
        using var dark = title[0] < 100;
        Assert.Equal(4 * (72 * 0.5) * (72 * 0.7), dark.Avg() / 255 * title.Width * title.Height, 300.0);
    }

    [Fact]
    public void A_title_cannot_bring_markup_into_the_drawing()
    {
        const string Post = """
            -- posts/a.md --
            ---
            title: "</text><image href='/a.png'/>&amp;<script>alert(1)</script> ]]> &x; \u0001 \uFFFE \"'"
            authors: ["<b>&\"'"]
            ---
            A
            -- templates/post.html --
            {{ include 'social-card.svg' }}
            -- templates/layout.html --
            {{ content }}
            """;
        using var site = With(Post).Build();
        site.Problems();
        using var card = SamplePicture.Decode(Bytes(site, "posts/a/card.png"));
        Assert.Equal(1200, card.Width);
        var svg = site.Output("posts/a/index.html").Replace('\u0001', ' ').Replace('\uFFFE', ' ');
        var drawing = XDocument.Parse(svg);
        Assert.Equal(["g", "rect", "svg", "text"], drawing.Descendants().Select(element => element.Name.LocalName).Distinct().Order());
    }

    [Theory]
    [InlineData("<image href=\"{0}\" width=\"1200\" height=\"630\"/>")]
    [InlineData("<image href=\"file://{0}\" width=\"1200\" height=\"630\"/>")]
    [InlineData("<image href=\"red.png\" width=\"1200\" height=\"630\"/>")]
    [InlineData("<use href=\"{1}#r\"/>")]
    [InlineData("<style>@import url('file://{2}');</style><rect class=\"r\" width=\"1200\" height=\"630\"/>")]
    [InlineData("<style>@import '{2}';</style><rect class=\"r\" width=\"1200\" height=\"630\"/>")]
    public void A_drawing_reads_no_other_file(string markup)
    {
        using var site = With(Red, Two);
        var (png, svg, css) = (FileIn(site, "red.png"), FileIn(site, "red.svg"), FileIn(site, "red.css"));
        File.WriteAllBytes(png, SamplePicture.Png(8, 8, blue: 0));
        File.WriteAllText(svg, Start + "><rect id=\"r\" width=\"1200\" height=\"630\" fill=\"red\"/></svg>");
        File.WriteAllText(css, ".r { fill: red }");
        var drawing = string.Format(System.Globalization.CultureInfo.InvariantCulture, markup, png, svg, css);
        site.Write(
            "templates/social-card.svg",
            $"{Start} viewBox=\"0 0 1200 630\"><g fill=\"black\">{drawing}</g></svg>");
        site.Build().Problems();
        var pixel = PixelOf(site, "posts/rain/card.png", 1100, 20);
        Assert.NotEqual(255.0, pixel[0] - pixel[1]);
        Assert.Equal(pixel, PixelOf(site, "posts/rain/card.png", 100, 600));
    }

    [Theory]
    [InlineData("<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/hosts\">]>" + Start + "><text>&x;</text></svg>")]
    [InlineData(Start + "><g></svg>")]
    [InlineData("Rain")]
    [InlineData("")]
    public void What_cannot_be_drawn_is_an_error_that_names_the_post(string template)
    {
        using var site = With(Red, Two).Write("templates/social-card.svg", template).Build();
        var problem = Assert.Single(site.Diagnostics);
        Assert.StartsWith(
            "templates/social-card.svg: error SG5024: what this template gives for 'posts/rain.md' is no SVG that can be drawn",
            problem.ToLine(),
            StringComparison.Ordinal);
        site.HasNot("posts/rain/card.png");
    }

    [Fact]
    public void Without_a_font_there_are_no_cards_and_one_warning()
    {
        using var site = With(Two).Write("sitegen.yml", "images: {cards: true}\nbase_url: https://example.org/\n").Build();
        site.Problems("sitegen.yml(1,17): warning SG5023: there are no cards: no font is named to write them with")
            .HasNot("posts/rain/card.png").Lacks("posts/rain/index.html", "card.png");
        site.Write("sitegen.yml", "images: {cards: true}\ntheme: {card_font: fonts/y.ttf}\n").Build()
            .Problems("sitegen.yml(2,20): warning SG5023: there are no cards: there is no font 'fonts/y.ttf'");
        site.Write("fonts/y.ttf", "wOF2").Build()
            .Problems("sitegen.yml(2,20): warning SG5023: there are no cards: 'fonts/y.ttf' is compressed for browsers (WOFF)");
        site.Write("fonts/y.ttf", "no font").Build()
            .Problems("sitegen.yml(2,20): warning SG5023: there are no cards: 'fonts/y.ttf' is damaged, or no font");
        site.Write("fonts/y.ttf", SampleFont.Usual).Build().Problems();
        Assert.NotEmpty(Bytes(site, "posts/rain/card.png"));
    }

    [Fact]
    public void The_fonts_of_the_machine_are_used_on_request()
    {
        // Here the library was started without them; the program says so in a note, SG5025.
        using var site = With(Two).Write("sitegen.yml", "images: {cards: true}\ntheme: {card_font: system}\n").Build();
        Assert.StartsWith("SG5023", Assert.Single(site.Diagnostics).Rule.Code, StringComparison.Ordinal);
    }

    [Fact]
    public void A_font_that_changes_under_its_name_needs_a_new_start()
    {
        using var site = With(Two).Build();
        site.Write("fonts/x.ttf", SampleFont.Ttf("Another")).Build()
            .Problems("sitegen: warning SG5023: there are no cards: since this program was started, the font has changed");
    }

    [Theory]
    [InlineData("templates/fonts/x.ttf", "")]
    [InlineData("data/x.otf", "")]
    [InlineData("static/x.ttf", "x.ttf")]
    [InlineData("posts/x.ttf", "posts/x.ttf")]
    public void A_font_may_lie_anywhere_in_the_site(string path, string published)
    {
        using var site = With(Two).Write(path, SampleFont.Usual)
            .Write("sitegen.yml", $"images: {{cards: true}}\ntheme: {{card_font: {path}}}\n").Build();
        site.Problems();
        Assert.NotEmpty(Bytes(site, "posts/rain/card.png"));
        Assert.Equal(
            published.Length > 0 ? [published] : [],
            TempFolder.Contents(site.OutputFolder).Keys.Where(file => file.EndsWith("tf")));
    }

    [Fact]
    public void Without_the_library_one_warning_speaks_of_all()
    {
        using var site = With(Two).WithImageLibrary("/none/libvips.so").Build();
        site.Problems(
            "sitegen: warning SG5020: pictures are published in one size only, and no cards and icons are drawn: "
                + "the library that makes smaller versions, libvips, is not there");
        site.HasNot("posts/rain/card.png").Lacks("posts/rain/index.html", "card.png").Lacks("index.html", "icon-32");
    }

    [Theory]
    [InlineData("image: sea.svg", "posts/sea.svg")]
    [InlineData("image: /img/sea.svg", "static/img/sea.svg")]
    [InlineData("image: /blog/img/sea.svg", "static/img/sea.svg")]
    public void A_cover_that_is_an_SVG_is_the_card(string image, string path)
    {
        using var site = With(Red, $"-- posts/a.md --\n---\n{image}\nimage_alt: The sea\n---\nA\n")
            .Write(path, Start + " viewBox=\"0 0 9 9\"><rect width=\"9\" height=\"9\" fill=\"blue\"/></svg>")
            .Build();
        site.Problems().Has("posts/a/index.html", "/posts/a/card.png\">", "<meta property=\"og:image:alt\" content=\"The sea\">");
        Assert.Equal([0.0, 0, 255], PixelOf(site, "posts/a/card.png", 600, 300));
        // Beside it is paper.
        Assert.Equal([253.0, 252, 249], PixelOf(site, "posts/a/card.png", 100, 300));
        site.Edit(path, "blue", "lime").Build();
        Assert.Equal([0.0, 255, 0], PixelOf(site, "posts/a/card.png", 600, 300));
    }

    [Fact]
    public void An_author_s_own_card_is_kept()
    {
        using var site = With(Red, "-- posts/a/index.md --\nA\n")
            .Write("posts/a/card.png", SamplePicture.Png(20, 10))
            .Build();
        site.Problems().Has("posts/a/index.html", "/posts/a/card.png\">");
        using var own = SamplePicture.Decode(Bytes(site, "posts/a/card.png"));
        Assert.Equal(20, own.Width);
    }

    [Fact]
    public void Pages_without_a_template_and_pictures_elsewhere_need_no_card()
    {
        using var site = With(
            "-- posts/a.md --\n---\nlayout: none\n---\nA\n-- posts/b.md --\n---\nimage: https://example.net/b.jpg\n---\nB\n").Build();
        site.HasNot("posts/a/card.png").HasNot("posts/b/card.png").Has("posts/b/index.html", "content=\"https://example.net/b.jpg\"");
    }

    [Fact]
    public void Templates_know_the_cards_of_all_posts()
    {
        using var site = With(
            Tiny.Theme,
            Two,
            Red,
            "-- templates/home.html --\n{{ site.card_font }} {{ for post in site.posts }}[{{ post.card }}]{{ end }}{{ page.card }}\n")
            .Build();
        site.Has("index.html", "Sample [][/blog/posts/rain/card.png]\n");
    }

    private static TestSite With(params ReadOnlySpan<string> archives) => TestSite.From(archives)
        .Write("sitegen.yml", "base_url: https://example.org/blog/\nimages: {cards: true, icons: true}\ntheme: {card_font: fonts/x.ttf}\n")
        .Write("fonts/x.ttf", SampleFont.Usual)
        .Write("posts/sea.jpg", SamplePicture.Jpeg(1300, 900));

    private static Dictionary<string, DateTime> Kept(TestSite site) =>
        Directory.GetFiles(Path.Combine(site.SourceFolder, ".sitegen", "images")).ToDictionary(file => file, File.GetLastWriteTimeUtc);

    private static string FileIn(TestSite site, string name) => Path.Combine(site.OutsideFolder, name);

    private static byte[] Bytes(TestSite site, string path) => File.ReadAllBytes(Path.Combine(site.OutputFolder, path));

    private static double[] PixelOf(TestSite site, string path, int x, int y)
    {
        using var picture = SamplePicture.Decode(Bytes(site, path));
        return picture.Getpoint(x, y)[..3];
    }
}
