using SiteGen.Testing;
using SiteGen.Text;
using Xunit.Sdk;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>A clean build equals an incremental one, for any sequence of edits. The driver compares the two at every step.</summary>
public sealed class EditHistoryTests
{
    private const int Steps = 40;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    [Theory]
    [Trait("Speed", "Slow")]
    [MemberData(nameof(Seeds))]
    public void Law_5_clean_equals_incremental_for_any_sequence_of_edits(int seed) => Run(seed, [Tiny.Theme]);

    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData(201)]
    [InlineData(202)]
    public void Law_5_holds_for_a_site_whose_texts_are_not_in_memory(int seed) => Run(seed, [Tiny.Theme], isLarge: true);

    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData(101)]
    [InlineData(102)]
    public void Law_5_holds_for_the_built_in_theme_too(int seed) => Run(seed, []);

    private static void Run(int seed, string[] archives, bool isLarge = false)
    {
        using var site = TestSite.From([.. archives, Tiny.Three, "-- sitegen.yml --\npaginate: 3\nsearch: true\n"]);
        _ = isLarge ? site.AsIfLarge() : site;
        var author = new Author(site, new Random(seed));
        var history = new List<string>();
        var compared = 0;
        try
        {
            site.Build();
            for (var step = 1; step <= Steps; step++)
            {
                // Several edits at once, as when a branch is checked out.
                for (var edits = author.Random.Next(1, 4); edits > 0; edits--)
                {
                    history.Add($"{step}: {author.Edit()}");
                }

                site.Build();
                compared += site.Result.Errors == 0 ? 1 : 0;
            }

            // With an error only the problems are compared: it must not stay for long.
            Assert.True(compared >= Steps / 4, $"only {compared} of {Steps} builds were without errors");
        }
        catch (XunitException failure)
        {
            throw new XunitException($"seed {seed}\n{string.Join('\n', history)}\n{failure.Message}");
        }
    }

    /// <summary>Somebody who changes a site at random, in ways that matter.</summary>
    private sealed class Author(TestSite site, Random random)
    {
        private static readonly string[] s_tags = ["green", "Green", "blue", "C++", "a b", "red"];
        private readonly SortedSet<string> _posts = new(["posts/one.md", "posts/two.md", "posts/three.md"], StringComparer.Ordinal);
        private readonly SortedSet<string> _files = new(StringComparer.Ordinal);
        private int _count;

        public Random Random { get; } = random;

        public string Edit() => site.Diagnostics.FirstOrDefault(problem => problem.IsError) is { } problem && Random.Next(3) > 0
            ? Fix(problem)
            : Random.Next(16) switch
            {
                < 4 => Rewrite(_posts.Count < 9 && Random.Next(2) == 0 ? NewPath() : Pick(_posts)),
                4 => Delete(_posts),
                5 => Rename(),
                6 => Break(Pick(_posts)),
                7 => Write(Template(), $"{Word()}{{{{ {Expression()} }}}}{{{{ for p in {List()} }}}}{{{{ p.{Member()} }}}}{{{{ end }}}}\n"),
                8 => DeleteIfThere(Template()),
                9 => Write("templates/layout.html", $"<{Word()}>{{{{ content }}}}{{{{ {Expression()} }}}}\n"),
                10 => Write(
                    "sitegen.yml",
                    $$"""
                title: {{Word()}}
                paginate: {{Random.Next(1, 5)}}
                summary_words: {{Random.Next(1, 30)}}
                feeds: {entries: {{Random.Next(1, 6)}}}
                language: {{OneOf("en", "de")}}
                languages: [{{OneOf("fr", "nl")}}]
                author: {{Word()}}
                search: {{OneOf("true", "true", "false")}}

                """),
                11 => Write($"static/{Word()}.txt", Word()),
                12 => _files.Count == 0 ? Write("templates/assets/own.css", Word()) : Delete(_files),
                13 => Write($"posts/{Word()}.png", Word()),
                14 => Write($"posts/{Word()}.png", $"<svg width=\"{Random.Next(1, 4)}\" viewBox=\"0 0 1 1\">"),
                _ => Write(
                    $"data/i18n/{OneOf("en", "fr", "de", "tlh")}.yml",
                    $"read_on: {Word()}\ntags: {Word()}\n{Word()}: {Word()}\nraed_on: x\nposts: {{one: {Word()}, other: '{{0}} {Word()}'}}\n"),
            };

        private string Rewrite(string path)
        {
            _posts.Add(path);
            string[] lines =
            [
                $"title: {Word()}", $"date: 20{Random.Next(10, 28)}-0{Random.Next(1, 10)}-11",
                $"tags: [{s_tags[Random.Next(s_tags.Length)]}, {s_tags[Random.Next(s_tags.Length)]}]", $"categories: {Word()}",
                $"author: {Word()}",
                $"slug: {Word()}-{_count++}", $"aliases: /old-{Word()}/", $"draft: {(Random.Next(2) == 0 ? "true" : "false")}",
                "unlisted: true", "pinned: true", "search: false", $"layout: {Word()}", "layout: none", $"titel: {Word()}", "noindex: true",
                $"description: {Word()}",
                $"image: {Word()}.png", $"updated: 20{Random.Next(10, 28)}-01-01", $"guid: {Word()}",
                $"lang: {OneOf("fr", "ar", "x")}", $"audio: {Word()}.png",
            ];
            var head = string.Join('\n', lines.Where(_ => Random.Next(3) == 0));
            var more = Random.Next(2) == 0 ? "\n<!--more-->\n" : "";
            return Write(
                path,
                $$$"""
                ---
                {{{head}}}
                ---
                {{{Words()}}} [a]({{{Path.GetFileName(Pick(_posts))}}}) [b]({{{Word()}}}.md)
                {{{more}}}
                {{{Words()}}} ![]({{{Word()}}}.png) {{ x }}

                > [!NOTE]
                > {{{Words()}}}

                """);
        }

        private string Break(string path)
        {
            string[] broken =
            [
                "---\ntitle: A\nno end\n",
                "---\ntags: [a\n---\nText\n",
                "+++\na = 1\n+++\n",
                "---\ntitle: a: b\ndate: 2011-02-30\n---\nText\n",
                "---\nurl: /../x/\n---\n",
                ""
            ];
            return Write(path, broken[Random.Next(broken.Length)]);
        }

        private string Fix(Diagnostic problem)
        {
            var path = problem.Notes is [.., { Path: var other }] ? other : problem.Path;
            return _posts.Contains(path) ? Write(path, $"---\ntitle: {Word()}\nslug: fixed-{_count++}\n---\n{Words()}\n")
                : _files.Contains(path) ? Write(path, $"{Word()} {{{{ page.title }}}}\n")
                : Rewrite(Pick(_posts));
        }

        private string Rename()
        {
            var (from, to) = (Pick(_posts), NewPath());
            if (_posts.Count < 2)
            {
                return Rewrite(from);
            }

            site.Rename(from, to);
            _posts.Remove(from);
            _posts.Add(to);
            return $"rename {from} to {to}";
        }

        private string Delete(SortedSet<string> paths)
        {
            var path = Pick(paths);
            if (paths == _posts && paths.Count < 2)
            {
                return Rewrite(path);
            }

            paths.Remove(path);
            site.Delete(path);
            return $"delete {path}";
        }

        private string DeleteIfThere(string path)
        {
            if (!_files.Remove(path))
            {
                return Write(path, $"{Word()} {{{{ {Expression()} }}}}\n");
            }

            site.Delete(path);
            return $"delete {path}";
        }

        private string Write(string path, string text)
        {
            if (!_posts.Contains(path))
            {
                _files.Add(path);
            }

            site.Write(path, text);
            return $"write {path}: {text.Replace("\n", "⏎", StringComparison.Ordinal)}";
        }

        private string NewPath() => Random.Next(4) switch
        {
            0 when _posts.FirstOrDefault(path => !_posts.Contains(Translated(path))) is { } original => Translated(original),
            0 => $"posts/{Word()}{_count++}/index.md",
            1 => $"posts/2026-01-0{Random.Next(1, 10)}-{Word()}{_count++}.md",
            _ => $"posts/{Word()}{_count++}.md",
        };

        private static string Translated(string path) => path.Replace(".md", ".fr.md", StringComparison.Ordinal);

        private string Template() => $"templates/{OneOf("post", "home", "term", "terms", "wide", "partials/part", "404", "redirect")}.html";

        private string Expression() =>
            OneOf("page.title", "site.title", "post.next.title", "post.summary", "post.content", "site.posts.size",
            "paginator.next_url", "asset 'own.css'", "include 'partials/part.html'", "site.tags.size", "page.url", "post.image", "nothing.here", "1 / 0", "words.read_on", "words.alpha",
            "3 | counted 'posts'", "phrase 'page_of' 1 2", "page.home_url", "page.alternates", "post.translations",
            "post.audio.url", "page.image_width", "post.date | date.long", "taxonomy.title", "site.feeds",
            "(site.posts | array.first).title", "site.posts[1].title", "date.now.year");

        private string List() => OneOf(
            "site.posts", "paginator.posts", "site.tags", "term.posts", "site.pages", "site.years",
            "post.tags", "(site.posts | array.limit 2)", "[]");

        private string Member() => OneOf(
            "title", "url", "name", "summary", "count", "tags.size", "date", "content", "next.title", "year",
            "posts.size", "language", "translations", "image_height", "audio");

        private string OneOf(params string[] texts) => texts[Random.Next(texts.Length)];

        private string Word() => OneOf("one", "two", "three", "alpha", "beta", "gamma", "wide");

        private string Words() => string.Join(' ', Enumerable.Range(0, Random.Next(1, 12)).Select(_ => Word())) + ".";

        private string Pick(SortedSet<string> paths) => paths.ElementAt(Random.Next(paths.Count));
    }
}
