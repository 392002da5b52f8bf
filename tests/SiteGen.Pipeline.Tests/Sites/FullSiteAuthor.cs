using SiteGen.Testing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Somebody who changes the <see cref="FullSite"/> at random, everywhere.</summary>
internal sealed class FullSiteAuthor(TestSite site, Random random)
{
    private static readonly string[] s_pages =
        ["about", "about.fr", "about.de", "tags/travel", "tags/slow", "tags", "series/the-coast", "people", "index.fr", "archive"];

    private static readonly string[] s_templates =
        ["post", "home", "term", "terms", "archive", "wide", "404", "redirect", "page", "partials/related", "partials/series"];

    private static readonly string[] s_folders = ["", "", "notes/", "notes/deep/"];
    private readonly Dictionary<string, string> _first = TextArchive.Parse(FullSite.Options + FullSite.Files)
        .ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);
    private readonly SortedSet<string> _files = new(
        TextArchive.Parse(FullSite.Options + FullSite.Files).Select(file => file.Path).Append("static/robin.png"),
        StringComparer.Ordinal);
    private int _count;

    /// <summary>Does something and says what; soon after an error, what fixes it.</summary>
    public string Edit() => site.Diagnostics.FirstOrDefault(problem => problem.IsError) is { } problem && random.Next(4) > 0
        ? Fix(problem)
        : random.Next(24) switch
        {
            < 4 => Write(random.Next(2) == 0 ? NewPost() : Pick(IsText), Post()),
            4 => Rename(),
            5 => Delete(Pick(path => path != "sitegen.yml")),
            6 => Write(
                Pick(IsText),
                OneOf(
                    "---\ntitle: A\nno end\n",
                    "---\ntags: [a\n---\nText\n",
                    "---\nurl: /../x/\n---\n",
                    "",
                    "---\naliases: [/]\n---\n",
                    "---\nredirect_to: moved.md\n---\n")),
            7 or 8 => Write(Template(), Walks()),
            9 or 10 => Options(),
            11 => Write(
                $"pages/{OneOf(s_pages)}.md",
                Post()),
            12 or 13 => Draw(),
            14 =>
                WriteBytes($"{OneOf("posts/", "static/", "posts/2025-12-24-walk/")}{OneOf("talk", "song")}.mp3", new byte[random.Next(1, 20)]),
            15 => Write(
                $"data/{OneOf("tags", "series", "people")}.yml",
                $"{Term()}: {Word()} *{Word()}*\n{Term()}:\n  description: {Word()}\n  colour: {Word()}\n"),
            16 => Write(
                $"data/{OneOf("facts.yml", "menu.json", "places/towns.csv", "none.yml", "facts.json")}",
                OneOf("[1, 2]", "{\"soup\": 1}", $"a,b\n{Word()},2\n", "name: [", "")),
            17 => Write(
                $"data/i18n/{OneOf("en", "fr", "de", "ar", "tlh")}.yml",
                $"read_on: {Word()}\ntags: {Word()}\nmonth: '{OneOf("%B", "%Y/%m")}'\nposts: {{one: {Word()}, other: '{{0}} {Word()}'}}\n"),
            18 => Write(
                $"data/comments/{OneOf("first", "second", "notes/short", "2026/first", "first.de", "nobody")}.{OneOf("yml", "json")}",
                $"[{{\"author\": \"{Word()}\", \"id\": 1, \"body\": \"{Word()}\"}}, {{\"author\": \"B\", \"parent\": "
                    + $"{random.Next(1, 3)}, \"body\": \"x\"}}, {{\"kind\": \"{OneOf("pingback", "comment")}\", \"body\": "
                    + "\"z\", \"url\": \"https://e.example/\"}]"),
            19 => Write(
                "authors.yml",
                $$"""
            robin: {name: {{OneOf("Robin Vale", "Robin", "Kim")}}, bio: {{Word()}}, picture: /robin.png}
            {{OneOf("kim: {email: kim@example.com, show_email: true}", "jon: Jon", "")}}

            """),
            20 => Clock(),
            21 => Write("templates/layout.html", $"<{{{{ page.kind }}}}>{{{{ content }}}}{Walks()}"),
            22 => Write($"templates/assets/{OneOf("own", "style")}.css", Word()),
            _ => Pick(path => _first.ContainsKey(path)) is var path ? Write(path, _first[path]) : "",
        };

    private string Post()
    {
        string[] lines =
        [
            $"title: {Word()}", $"date: 20{random.Next(24, 27)}-0{random.Next(1, 8)}-1{random.Next(3)}", $"date: 2026-01-02",
            $"updated: 20{random.Next(20, 26)}-01-01", $"publishDate: 2026-0{random.Next(4, 9)}-01",
            $"expiryDate: 2026-0{random.Next(4, 9)}-01",
            $"tags: [{Term()}, {Term()}]", $"categories: {Term()}", $"people: [{Word()}, {Term()}]",
            $"authors: [{OneOf("robin", "kim", "Robin Vale", "Jon")}, {Word()}]", "series: The coast", $"series: {Word()}",
            $"part: {random.Next(1, 4)}",
            $"slug: {Word()}-{_count++}", $"aliases: [/old/{Word()}/, /x.html]",
            $"redirect_to: {OneOf("https://example.com/", "first.md", "second.md")}", "draft: true", "unlisted: true",
            "noindex: true", $"canonical: https://c.example/{Word()}",
            $"menu: {OneOf("main", "{main: {weight: 1}}", "footer")}", $"weight: {random.Next(9)}", $"description: {Word()}",
            $"summary: {Word()}", $"image: {Image()}", $"image_alt: {Word()}",
            $"audio: {OneOf("talk.mp3", "/song.mp3", "{url: talk.mp3, duration: 90}")}",
            $"lang: {OneOf("fr", "ar", "de", "x")}", $"layout: {OneOf("wide", "none", "gone")}", $"guid: {Word()}",
            $"toc: {OneOf("true", "false")}", "math: true", $"comments: {OneOf("true", "false")}", $"weather: {Word()}",
            $"titel: {Word()}",
        ];
        var head = string.Join('\n', lines.Where(_ => random.Next(5) == 0));
        string[] parts =
        [
            $"{Words()} [a]({Path.GetFileName(Pick(IsText))}) [b](first.md#one) [c](/posts/second.md)",
            $"![{Word()}]({Image()})", $"![]({Image()} \"{Word()}\") <img src=\"{Image()}\">", "<!--more-->",
            $"## {Word()}\n### {Word()}\n## {Word()}\n#### {Word()}",
            $"> [!{OneOf("TIP", "NOTE")}]\n> {Words()}", "https://youtu.be/abcdefghijk",
            "$x$ and :rocket: \"quoted\" -- <script>1</script>",
            $"{Words()} <b>raw</b> {{{{ site.title }}}}[^1]\n\n[^1]: {Word()}", "*[CSS]: Sheets\n\nCSS", Words(),
        ];
        return $"---\n{head}\n---\n{string.Join("\n\n", parts.Where(_ => random.Next(3) == 0))}\n";
    }

    private string Options()
    {
        string[] lines =
        [
            $"title: {Word()}", $"base_url: https://example.org/{OneOf("", "trains/")}", $"language: {OneOf("en", "de")}",
            $"languages: [{OneOf("nl", "fr")}]", $"author: {Word()}",
            $"permalink: {OneOf("pretty", "{posts: /:slug/, notes: /n/:year/:slug/}", "none")}",
            $"paginate: {random.Next(1, 4)}",
            $"summary_words: {random.Next(3, 20)}",
            $"feeds: {OneOf("{entries: 2}", "{terms: false}", "{json: false, atom: false}", "false")}",
            $"taxonomies: {OneOf("[tags, people]", "[tags, {name: people, nested: false}, series]", "[categories]")}",
            $"archives: {OneOf("years", "off")}",
            $"redirects: {OneOf("both", "file")}",
            $"markdown: {OneOf("untrusted", "{typographer: true}", "{raw_html: remove, math: true}")}",
            $"embeds: {OneOf("iframe", "off")}",
            $"menus: {{main: [{{title: {Word()}, url: /about/, weight: {random.Next(9)}}}]}}",
            $"limits: {{sitemap_addresses: {random.Next(1, 9)}}}",
            "rules: {missing-picture: off}", "time_zone: Asia/Tokyo", $"params: {{date_format: {Word()}}}",
        ];
        return Write("sitegen.yml", string.Concat(lines.Where(_ => random.Next(3) == 0).Select(line => line + "\n")));
    }

    private string Draw()
    {
        var path = $"{OneOf("posts/", "static/", "posts/2025-12-24-walk/")}{OneOf("hill.svg", "robin.png", "in.png", "more.png")}";
        return random.Next(4) == 0 ? WriteBytes(path, [1, 2])
            : path.EndsWith("svg", StringComparison.Ordinal)
                ? Write(path, $"<svg width=\"{random.Next(1, 4)}\" height=\"2\"/>")
                : WriteBytes(path, FullSite.Png(random.Next(1, 4), random.Next(1, 4)));
    }

    private string Fix(Diagnostic problem)
    {
        var path = problem.Notes is [.., { Path: var other }] && random.Next(2) == 0 ? other : problem.Path;
        return path == "sitegen.yml" ? Options()
            : path.StartsWith("templates/", StringComparison.Ordinal) && _files.Contains(path) ? Write(path, Word())
            : _files.Contains(path) ? random.Next(2) == 0 && _files.Count > 12
                ? Delete(path)
                : Write(path, $"---\ntitle: {Word()}\nslug: fixed-{_count++}\n---\n{Words()}\n")
            : Delete(Pick(IsText));
    }

    private string Rename()
    {
        var from = Pick(IsText);
        var name = from[..^3];
        var to = random.Next(4) switch
        {
            0 => $"{Original(name)}.{OneOf("fr", "de", "nl", "x")}.md",
            1 => $"{Original(name)}.md",
            _ => NewPost(),
        };
        if (_files.Contains(to))
        {
            return Write(to, Post());
        }

        site.Rename(from, to);
        _files.Remove(from);
        _files.Add(to);
        return $"rename {from} to {to}";
    }

    private string Clock()
    {
        var moment = $"2026-0{random.Next(3, 9)}-15T00:00:00Z";
        site.WithClock(moment);
        return $"clock {moment}";
    }

    private string Delete(string path)
    {
        if (_files.Count(IsText) < 4 && IsText(path))
        {
            return Write(path, Post());
        }

        _files.Remove(path);
        site.Delete(path);
        return $"delete {path}";
    }

    private string Write(string path, string text)
    {
        _files.Add(path);
        site.Write(path, text);
        return $"write {path}: {text.Replace("\n", "⏎", StringComparison.Ordinal)}";
    }

    private string WriteBytes(string path, byte[] bytes)
    {
        _files.Add(path);
        site.Write(path, bytes);
        return $"write {path}: {Convert.ToHexString(bytes)}";
    }

    private string NewPost() => random.Next(3) == 0 && Pick(IsText)[..^3] is var name && !name.Contains('.', StringComparison.Ordinal)
        ? $"{name}.{OneOf("fr", "de", "nl")}.md"
        : $"posts/{OneOf(s_folders)}{OneOf("", "2026-01-02-")}{Word()}{random.Next(3)}{OneOf("", "/index")}.md";

    private string Walks() => $"{Word()}{ViewWalk.Any(random)} {ViewWalk.Any(random)}\n";

    private string Template() =>
        $"templates/{OneOf(s_templates)}.html";

    private string Image() =>
        OneOf("hill.svg", "robin.png", "/robin.png", "in.png", "more.png", "2025-12-24-walk/in.png", "https://e.example/a.png", "Hill.svg");

    private string Term() => OneOf("travel", "travel/rail", "Travel", "slow", "The coast", "a/b/c", "later");

    private string Word() => OneOf("one", "two", "three", "alpha", "beta", "gamma", "Ada");

    private string Words() => string.Join(' ', Enumerable.Range(0, random.Next(1, 20)).Select(_ => Word())) + ".";

    private string OneOf(params string[] texts) => texts[random.Next(texts.Length)];

    private string Pick(Func<string, bool> isFit) => _files.Where(isFit).ToArray() is var paths ? paths[random.Next(paths.Length)] : "";

    private static bool IsText(string path) => path.EndsWith(".md", StringComparison.Ordinal);

    private static string Original(string name) =>
        name[..(name.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? dot : name.Length)];
}
