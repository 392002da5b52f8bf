using System.Collections.Immutable;
using System.Text;
using SiteGen.Pipeline;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Loading;
using SiteGen.Server.Watching;
using SiteGen.Testing;
using SiteGen.Text;
using Xunit.Sdk;

namespace SiteGen.Server.Tests;

/// <summary>A preview shows what a build would write.</summary>
public sealed partial class PreviewLawTests
{
    private const int Steps = 25;

    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public async Task Law_7_build_equals_serve_after_any_sequence_of_edits(int seed, bool hasBuiltInTheme)
    {
        var site = hasBuiltInTheme ? TestSite.From(Plain.Posts) : Plain.Site();
        await using var preview = await TestPreview.Start(site, options => options with { IsReloading = false });
        var author = new Author(site, new Random(seed));
        var history = new List<string>();
        var (compared, seen) = (0, new SortedSet<string>(StringComparer.Ordinal));
        try
        {
            for (var step = 1; step <= Steps; step++)
            {
                for (var edits = author.Random.Next(1, 4); edits > 0; edits--)
                {
                    history.Add($"{step}: {author.Edit()}");
                }

                await preview.Server.LookNow();
                compared += await Compare(preview, seen) ? 1 : 0;
            }
        }
        catch (XunitException failure)
        {
            throw new XunitException($"seed {seed}\n{string.Join('\n', history)}\n{failure.Message}");
        }

        Assert.True(compared >= Steps / 4, $"only {compared} of {Steps} steps were without errors");
    }

    [Fact]
    public async Task Law_7_the_script_is_all_that_is_added()
    {
        await using var preview = await Plain.Start();
        await using var bare = await TestPreview.Start(
            Plain.Site(),
            options => options with
            {
                IsReloading = false,
                Sources = new OptionSources(options.Sources.CommandLine.With("base_url", preview.Server.Address.AbsoluteUri)),
            });
        foreach (var url in (string[])["/", "/posts/one/", "/404.html", "/rss.xml", "/sitemap.xml"])
        {
            var (served, plain) = (await preview.Get(url), await bare.Get(url));
            Assert.Equal(plain, System.Text.RegularExpressions.Regex.Replace(served, "<script src=\"/_sitegen[^>]*></script>", ""));
        }
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Memory_does_not_grow_with_edits()
    {
        await using var preview = await Plain.Start();
        await preview.Get("/");
        async Task Edit(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                preview.Site.Write("posts/one.md", $"---\ntitle: Number {i:0000}\ndate: 2023-01-01\n---\nBody {i:0000}.\n");
                await preview.UntilHas("/posts/one/", $"Body {i:0000}.");
                await preview.Get("/");
            }
        }

        await Edit(0, 50);
        var (kept, memory) = (preview.Server.KeptBytes, GC.GetTotalMemory(forceFullCollection: true));
        await Edit(50, 350);
        Assert.Equal(kept, preview.Server.KeptBytes);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        // Other tests run beside this one; what is kept of 300 edits of a site this small would be more.
        Assert.InRange(after - memory, long.MinValue, 64 << 20);
    }

    [Fact]
    public void Of_many_pages_those_that_were_asked_for_last_are_kept()
    {
        var site = Plain.Site();
        var options = SiteFile.Load(new OptionSources(RawOptions.None.With("source", site.SourceFolder)), TestPreview.Clock).Value;
        var plan = BuildPipeline.Plan(SourceScanner.ScanAll(options), options, BuildCache.Empty, CancellationToken.None);
        var rendered = plan.CreateRenderer().Render(plan[0], out _);
        var table = new RenderedPageCache(1000);
        for (var i = 0; i < 100; i++)
        {
            table.Keep($"{i}", rendered, 1, new Page(new byte[100], default, true), isRequested: true);
            Assert.InRange(table.Bytes, 100, 1000);
            Assert.NotNull(table.Find("0").Shown);
        }

        Assert.Null(table.Find("50").Shown);
        Assert.NotNull(table.Find("50").Rendered);
        site.Dispose();
    }

    // False when a build has errors: it leaves then what was there, which a folder that is empty cannot show.
    private static async Task<bool> Compare(TestPreview preview, SortedSet<string> seen)
    {
        using var folder = new TempFolder();
        var options = OptionsOf(preview);
        if (options.Diagnostics.Any(problem => problem.IsError))
        {
            return false;
        }

        var target = options.Value with { OutputFolder = folder["out"] };
        var built = BuildPipeline.Run(SourceScanner.ScanAll(options.Value), target, BuildCache.Empty, CancellationToken.None);
        var files = TempFolder.Contents(folder["out"]);
        var isGood = built.Errors == 0;
        foreach (var (path, bytes) in files.Where(file => !file.Key.StartsWith(".sitegen", StringComparison.Ordinal)))
        {
            var served = await preview.Client.GetByteArrayAsync(UrlOf(path));
            if (isGood && !served.AsSpan().SequenceEqual(bytes))
            {
                throw new XunitException($"Law 7: {path} is not as a build writes it; "
                    + $"{Snapshot.FirstDifference(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(served))}");
            }

            seen.Add(path);
        }

        if (!isGood)
        {
            return false;
        }

        foreach (var path in seen.Except(files.Keys).ToArray())
        {
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await preview.Client.GetAsync(UrlOf(path))).StatusCode);
        }

        // Every page has been asked for by now: what is wrong is all known.
        string Said(ImmutableArray<Diagnostic> problems) => string.Concat(problems.Select(problem => problem.ToText()));
        Assert.NotNull(preview.Server.Site);
        Assert.Equal(Said(built.Diagnostics), Said(preview.Server.Site.Problems()));
        return true;
    }

    private static ParseResult<SiteOptions> OptionsOf(TestPreview preview)
    {
        var given = RawOptions.None.With("source", preview.Site.SourceFolder)
            .With("base_url", new Uri(preview.Server.Address, "/").AbsoluteUri)
            .With("drafts", true);
        return SiteFile.Load(new OptionSources(given), TestPreview.Clock);
    }

    private static Uri UrlOf(string path) =>
        new("/" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString)), UriKind.Relative);

    /// <summary>An author who changes a site at random and fixes its errors.</summary>
    private sealed class Author(TestSite site, Random random)
    {
        private readonly List<string> _posts = ["posts/one.md", "posts/two.md"];
        private readonly HashSet<string> _broken = new(StringComparer.Ordinal);
        private readonly HashSet<string> _files = new(StringComparer.Ordinal);
        private int _count;

        public Random Random => random;

        public string Edit()
        {
            if (_broken.Count > 0 && random.Next(8) > 0)
            {
                var path = _broken.First();
                _broken.Remove(path);
                return path.StartsWith("posts/", StringComparison.Ordinal)
                    ? WritePost(path)
                    : path == "sitegen.yml" ? Write(path, "title: Fixed\n") : Write(path, "fixed {{ page.title }}\n");
            }

            return random.Next(18) switch
            {
                < 6 => WritePost(random.Next(3) == 0 ? $"posts/{Word()}{_count++}.md" : Pick()),
                6 => Rename(),
                7 => Delete(),
                8 => Break(Pick(), "---\ntags: [a\n---\nText\n"),
                9 => Write(
                    $"templates/{OneOf("post", "home", "term", "layout")}.html",
                    $"{Word()} {{{{ content }}}}{{{{ page.title }}}}{{{{ for p in site.posts }}}}{{{{ "
                        + $"p.{OneOf("title", "url", "summary")} }}}}{{{{ end }}}} {{{{ asset 'own.css' }}}} {{{{ "
                        + "site.data.facts.x }}\n"),
                10 => Break($"templates/{OneOf("post", "home")}.html", OneOf("{{ if }}", "{{ 1 / 0 }}", "{{ post.title ")),
                11 => Write("data/facts.yml", $"x: {Word()}\n"),
                12 => Write("templates/assets/own.css", $"b{{content:'{Word()}'}}"),
                13 => Write($"static/{Word()}.txt", Word()),
                14 => Write("sitegen.yml", $"title: {Word()}\npaginate: {random.Next(1, 4)}\nsearch: {OneOf("true", "false")}\n"),
                15 => Break("sitegen.yml", "titel: x\n"),
                16 => Write($"posts/{Word()}.png", $"<svg width=\"{random.Next(1, 4)}\" viewBox=\"0 0 1 1\">"),
                _ => Write("authors.yml", $"ann: {{name: {Word()}}}\n"),
            };
        }

        private string WritePost(string path)
        {
            if (!_posts.Contains(path))
            {
                _posts.Add(path);
            }

            string[] lines =
            [
                $"title: {Word()}", $"date: 20{random.Next(10, 30)}-01-11", $"tags: [{Word()}, {Word()}]",
                "draft: true", $"slug: {Word()}-{_count++}", "author: ann", "unlisted: true",
                $"aliases: /old-{_count++}/"
            ];
            var head = string.Join('\n', lines.Where(_ => random.Next(2) == 0));
            return Write(
                path,
                $"""
                ---
                slug: s{_count++}
                {head.Replace("slug: ", "params_slug: ", StringComparison.Ordinal)}
                ---
                {Word()} ![]({Word()}.png) [x](one.md)

                """);
        }

        private string Rename()
        {
            var from = Pick();
            var to = $"posts/{OneOf("", "sub/")}{Word()}{_count++}.md";
            site.Rename(from, to);
            _posts[_posts.IndexOf(from)] = to;
            return $"rename {from} to {to}" + (_broken.Remove(from) && _broken.Add(to) ? " (broken)" : "");
        }

        private string Delete()
        {
            if (_posts.Count < 2 || random.Next(2) == 0)
            {
                return _files.FirstOrDefault(path => !path.StartsWith("posts/", StringComparison.Ordinal)) is { } file
                    ? Remove(file)
                    : WritePost(Pick());
            }

            var path = Pick();
            _posts.Remove(path);
            return Remove(path);
        }

        private string Remove(string path)
        {
            site.Delete(path);
            _files.Remove(path);
            _broken.Remove(path);
            return $"delete {path}";
        }

        private string Break(string path, string text)
        {
            var said = Write(path, text);
            _broken.Add(path);
            return said;
        }

        private string Write(string path, string text)
        {
            _broken.Remove(path);
            if (!_posts.Contains(path))
            {
                _files.Add(path);
            }

            site.Write(path, text);
            return $"write {path}: {text.Replace("\n", "⏎", StringComparison.Ordinal)}";
        }

        private string Pick() => _posts[random.Next(_posts.Count)];

        private string Word() => OneOf("one", "two", "alpha", "beta", "gamma", "wide");

        private string OneOf(params string[] texts) => texts[random.Next(texts.Length)];
    }
}
