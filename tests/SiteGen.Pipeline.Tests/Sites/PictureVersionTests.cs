using System.Text.RegularExpressions;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Of a large picture that a page shows there are smaller versions, which browsers choose from.</summary>
public sealed partial class PictureVersionTests
{
    private const string Post = "-- posts/a.md --\n![Sea](sea.jpg)\n";

    private static readonly byte[] s_large = SamplePicture.Jpeg(1600, 1200);

    [Fact]
    public void A_page_offers_a_large_picture_in_several_widths_and_formats()
    {
        using var site = From(Post).Write("posts/sea.jpg", s_large).Build();
        site.Problems().Has("posts/a/index.html", "<picture class=\"r3 g3 b1\"><source type=\"image/webp\" srcset=\"/posts/sea-480.");
        Assert.Equal(
            [
                "posts/a/index.html", "posts/sea-1360.*.jpg", "posts/sea-1360.*.webp", "posts/sea-480.*.jpg", "posts/sea-480.*.webp",
                "posts/sea-800.*.jpg", "posts/sea-800.*.webp", "posts/sea.jpg"
            ],
            Files(site));
        foreach (var (path, bytes) in Versions(site))
        {
            using var picture = SamplePicture.Decode(bytes);
            var width = int.Parse(WidthInName().Match(path).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal((width, (int)Math.Round(width * 0.75)), (picture.Width, picture.Height));
            // The same places have the same colours: two per cent of the way are five levels.
            Assert.Equal([204.0, 51, 60], picture.Getpoint(width * 8 / 10, width * 15 / 100), (a, b) => Math.Abs(a - b) < 8);
        }
    }

    [Fact]
    public void Law_4_a_version_of_a_picture_is_found_by_its_name_alone()
    {
        using var site = From(Post, "-- posts/b.md --\n![](/x/sea.jpg) ![](x-800.png)\n")
            .Write("posts/sea.jpg", s_large)
            .Write("static/x/sea.jpg", s_large)
            .Write("posts/x-800.png", SamplePicture.Png(900, 90))
            .Build();
        var plan = site.Plan();
        var versions = Versions(site).Select(version => version.Path).ToArray();
        Assert.Equal(17, versions.Length);
        Assert.All(versions, path => Assert.Equal(path, plan.Find(path)?.Path));
        // Those that no page asks for have a name as well; others have none.
        var digits = WidthInName().Match(versions[0]).Value;
        Assert.Null(plan.Find(versions[0].Replace(digits, "-800.0123456789.", StringComparison.Ordinal)));
        Assert.Null(plan.Find($"posts/sea{digits}gif"));
    }

    [Theory]
    [InlineData("![](/img/sea.jpg)", "", "srcset=\"/img/sea-480.")]
    [InlineData("![](/blog/img/sea.jpg)", "https://example.org/blog/", "srcset=\"/blog/img/sea-480.")]
    [InlineData(
        "<img src='/img/sea.jpg' alt='A \"sea\"' class=wide>",
        "",
        "alt='A \"sea\"' class=wide width=\"1600\" height=\"1200\" srcset=\"/img/sea-480.")]
    [InlineData("[![](/img/sea.jpg)](/img/sea.jpg)", "", "<a href=\"/img/sea.jpg\"><picture ")]
    [InlineData("![](/img/sea.jpg \"Under the pier\")", "", "<figure><picture ")]
    [InlineData("<img src='/img/sea.jpg' width=300 height=225 loading=eager>", "", " width=300 height=225 loading=eager srcset=")]
    public void A_picture_is_found_wherever_and_however_it_is_shown(string body, string baseUrl, string expected)
    {
        using var site = From($"-- posts/a.md --\n{body}\n").Write("static/img/sea.jpg", s_large);
        (baseUrl.Length > 0 ? site.WithBaseUrl(baseUrl) : site).Build().Problems().Has("posts/a/index.html", expected);
    }

    [Theory]
    [InlineData("<img src=\"sea.jpg\" srcset=\"sea.jpg 2x\">")]
    [InlineData("<picture><source srcset=\"sea.jpg\"><img src=\"sea.jpg\"></picture>")]
    [InlineData("[The sea](sea.jpg)")]
    public void Nothing_is_added_where_an_author_chose_or_only_links(string body)
    {
        using var site = From($"-- posts/a.md --\n{body}\n").Write("posts/sea.jpg", s_large).Build();
        site.Problems().Lacks("posts/a/index.html", "class=\"r");
        Assert.Empty(Versions(site));
    }

    [Fact]
    public void The_first_picture_does_not_wait_and_the_others_do_unless_there_is_a_cover()
    {
        const string Two = "![One](sea.jpg)\n\n![Two](sea.jpg)\n";
        using var site = From($"-- posts/a.md --\n{Two}-- posts/b.md --\n---\nimage: sea.jpg\nimage_alt: Cover\n---\n{Two}")
            .Write("posts/sea.jpg", s_large)
            .Build();
        Assert.Matches(
            "alt=\"One\"[^>]* fetchpriority=\"high\" />.*alt=\"Two\"[^>]* loading=\"lazy\" decoding=\"async\"",
            OneLine(site, "posts/a/index.html"));
        Assert.Matches("alt=\"One\"[^>]* loading=\"lazy\"", OneLine(site, "posts/b/index.html"));
    }

    [Fact]
    public void A_small_picture_is_offered_as_it_is_and_in_a_modern_format()
    {
        using var site = From("-- posts/a.md --\n![](small.png) ![](icon.png)\n")
            .Write("posts/small.png", SamplePicture.Png(300, 200))
            .Write("posts/icon.png", SamplePicture.Png(32, 32))
            .Build();
        Assert.Equal(["posts/a/index.html", "posts/icon.png", "posts/small-300.*.webp", "posts/small.png"], Files(site));
        site.Problems().Has(
            "posts/a/index.html", "<img src=\"/posts/small.png\" alt=\"\" width=\"300\" height=\"200\"", "<img src=\"/posts/icon.png\"");
    }

    [Fact]
    public void Options_say_which_versions_there_are()
    {
        const string Options =
            "-- sitegen.yml --\nimages: {widths: [200, 600], formats: [avif, original], sizes: 50vw, placeholders: false}\n";
        using var site = From(Post, Options).Write("posts/sea.jpg", s_large).Build();
        Assert.Equal(["avif", "avif", "jpg", "jpg"], Versions(site).Select(version => version.Path.Split('.')[^1]).Order());
        site.Problems().Has(
            "posts/a/index.html", "<picture><source type=\"image/avif\" srcset=\"/posts/sea-200.", " 600w\" sizes=\"50vw\">");
        site.Write("sitegen.yml", "images: off\n").Build().Problems().Has("posts/a/index.html", "<img src=\"/posts/sea.jpg\"");
        Assert.Empty(Versions(site));
    }

    [Fact]
    public void Without_the_original_its_largest_version_stands_in_its_place()
    {
        using var site = From(Post, "-- sitegen.yml --\nimages: {keep_original: false}\n").Write("posts/sea.jpg", s_large).Build();
        using var picture = SamplePicture.Decode(TempFolder.Contents(site.OutputFolder)["posts/sea.jpg"]);
        Assert.Equal((1360, 1020), (picture.Width, picture.Height));
        site.Problems().Has("posts/a/index.html", "<img src=\"/posts/sea.jpg\"", "/posts/sea.jpg 1360w");
        Assert.DoesNotContain("posts/sea-1360.*.jpg", Files(site));
    }

    [Fact]
    public void An_edited_picture_gets_other_versions_and_an_unchanged_one_is_not_made_again()
    {
        using var site = From(Post, Tiny.Three).Write("posts/sea.jpg", s_large).Build();
        site.Write("posts/b.md", "New.").Build();
        Assert.DoesNotContain(site.Result.Rendered, path => path.Contains("sea", StringComparison.Ordinal));
        var before = Versions(site).Select(version => version.Path).ToArray();
        site.Write("posts/sea.jpg", SamplePicture.Jpeg(1600, 1200, blue: 200)).Build();
        Assert.Equal(before.Length, Versions(site).Count());
        Assert.Empty(before.Intersect(Versions(site).Select(version => version.Path)));
        site.Write("posts/a.md", "No picture.").Build();
        Assert.Empty(Versions(site));
    }

    [Fact]
    public void Feeds_name_one_file_of_a_picture()
    {
        using var site = From("-- posts/a.md --\n---\ndate: 2026-01-01\n---\n![Sea](sea.jpg)\n").WithBaseUrl("https://example.org/")
            .Write("posts/sea.jpg", s_large).Build();
        site.Has("rss.xml", "&lt;p&gt;&lt;img src=&quot;https://example.org/posts/sea-1360.")
            .Lacks("rss.xml", "srcset")
            .Lacks("rss.xml", "picture");
    }

    [Fact]
    public void Without_the_library_pictures_are_published_as_they_are_and_one_warning_says_so()
    {
        using var site = From(Post, "-- posts/b.md --\n![](sea.jpg)\n")
            .Write("posts/sea.jpg", s_large)
            .WithImageLibrary("/none/libvips.so")
            .Build();
        site.Problems(
            "sitegen: warning SG5020: pictures are published in one size only: "
                + "the library that makes smaller versions, libvips, is not there");
        site.Has("posts/a/index.html", "<img src=\"/posts/sea.jpg\" alt=\"Sea\" width=\"1600\" height=\"1200\" fetchpriority=\"high\" />");
        Assert.Empty(Versions(site));
    }

    [Fact]
    public void Another_library_is_named_in_a_note_once()
    {
        var library = Path.Combine(AppContext.BaseDirectory, "libvips", "libvips.so.42");
        using var site = From(Post, "-- posts/b.md --\n![](sea.jpg)\n").Write("posts/sea.jpg", s_large).WithImageLibrary(library).Build();
        var note = Assert.Single(site.Diagnostics, problem => problem.Rule.Code == "SG5026");
        Assert.Matches(@"^versions of pictures are made by libvips \d+\.\d+\.\d+, which SITEGEN_LIBVIPS names$", note.Message);
        Assert.Equal(6, Versions(site).Count());
    }

    [Fact]
    public void A_damaged_picture_is_named_and_published_as_it_is()
    {
        using var site = From(Post).Write("posts/sea.jpg", s_large[..(s_large.Length / 2)]).Build();
        site.Problems(
            "posts/sea.jpg: warning SG5021: this picture is published as it is: "
                + "it cannot be decoded to its end, so it is damaged or cut off");
        site.Has("posts/a/index.html", "<img src=\"/posts/sea.jpg\" alt=\"Sea\" width=\"1600\"");
        Assert.Empty(Versions(site));
        site.Write("posts/sea.jpg", s_large).Build().Problems();
        Assert.Equal(6, Versions(site).Count());
    }

    [Fact]
    public void Templates_get_any_size_and_any_part_of_a_picture()
    {
        const string Template = """
            -- templates/post.html --
            {{ $a = post.image | image.resize 300 -}}
            <img src="{{ $a.url }}" srcset="{{ $a.srcset }}" sizes="{{ $a.sizes }}" width="{{ $a.width }}" height="{{ $a.height }}">
            {{ $b = image.crop "/posts/sea.jpg" 1200 630 -}}
            <meta content="{{ $b.url }} {{ $b.width }}x{{ $b.height }} {{ $b.color }} {{ $b.type }}">
            {{ $c = image "posts/sea.jpg" | image.crop 3000 3000 -}}
            <i>{{ $c.width }} {{ $c.height }}</i> <b>{{ image "https://example.net/a.jpg" }}</b>
            -- posts/a.md --
            ---
            image: sea.jpg
            ---
            A.
            """;
        using var site = From(Template).Write("posts/sea.jpg", s_large).Build();
        site.Problems();
        Assert.Matches(
            "<img src=\"/posts/sea-300\\.\\w+\\.jpg\" srcset=\"/posts/sea-300\\.\\w+\\.jpg 300w, /posts/sea-600\\.\\w+\\.jpg 600w\" "
                + "sizes=\"300px\" width=\"300\" height=\"225\">",
            site.Output("posts/a/index.html"));
        Assert.Matches(
            "<meta content=\"/posts/sea-1200x630\\.\\w+\\.jpg 1200x630 #7f7f3c image/jpeg\">", site.Output("posts/a/index.html"));
        site.Has("posts/a/index.html", "<i>1200 1200</i> <b></b>");
        Assert.Equal(["1200x630", "300", "600"], Versions(site).Select(version => version.Path.Split('-', '.')[1]));
        using var cropped = SamplePicture.Decode(Versions(site).First().Bytes);
        Assert.Equal((1200, 630), (cropped.Width, cropped.Height));
        // The middle of what would be 1200 by 900 stays: 135 lines are cut off above.
        Assert.Equal(255 * (135 + 157) / 900.0, cropped.Getpoint(600, 157)[1], 8.0);
    }

    [Fact]
    public void A_template_that_asks_for_no_picture_or_no_size_is_told()
    {
        using var site = From("-- templates/post.html --\n{{ (image 'none.png')?.url }}\n-- posts/a.md --\nA.\n").Build();
        site.Problems("templates/post.html(1,5): warning SG4009: there is no picture 'none.png'");
        site.Write("templates/post.html", "{{ (image.resize '/a.png' 0).url }}").Build();
        site.Problems("templates/post.html(1,27): error SG3206: this is not a number of pixels");
    }

    private static TestSite From(params ReadOnlySpan<string> archives) => TestSite.From([Tiny.Theme, .. archives]);

    private static string OneLine(TestSite site, string path) => site.Output(path).ReplaceLineEndings("");

    private static IEnumerable<(string Path, byte[] Bytes)> Versions(TestSite site) =>
        TempFolder.Contents(site.OutputFolder).Where(file => WidthInName().IsMatch(file.Key)).Select(file => (file.Key, file.Value));

    // Without what the theme and the program add, and with a star for the digits of a version.
    private static IEnumerable<string> Files(TestSite site) => TempFolder.Contents(site.OutputFolder).Keys
        .Where(path => path.StartsWith("posts/", StringComparison.Ordinal))
        .Select(path => WidthInName().Replace(path, "-$1.*."))
        .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"-(\d+(?:x\d+)?)\.[0-9a-f]{10}\.")]
    private static partial Regex WidthInName();
}
