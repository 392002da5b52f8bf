namespace SiteGen.Cli.Tests.Asking;

/// <summary>A small site of everything that can be asked about.</summary>
internal sealed class AskedSite : IDisposable
{
    private readonly CommandLine _line = new();

    public AskedSite()
    {
        Write(
            "sitegen.yml",
            "title: Asked\nbase_url: https://example.org/blog/\nauthor: Ada\ntime_zone: Europe/Berlin\nrules:\n  no-posts: off\n");
        Write(
            "posts/hello.md",
            "---\ntitle: Hello\ndate: 2020-01-12\ntags: [rain, \"sun, moon\"]\naliases: [/old/]\n---\nHi, [draft](draft.md).\n");
        Write("posts/2021-02-03-named.md", "# From a heading\n\nSee [hello](hello.md).\n\n<!--more-->\n\nMore.\n");
        Write("posts/draft.md", "---\ntitle: Draft\ndraft: true\n---\nNot yet.\n");
        Write("posts/later.md", "---\ntitle: Later\ndate: 2030-05-06 08:00\nexpires: 2031-01-01\n---\nSoon.\n");
        Write("posts/gone.md", "---\ntitle: Gone\ndate: 2019-01-01\nexpiryDate: 2020-01-01\n---\nOver.\n");
        Write("posts/broken.md", "---\ntitle: Broken\n");
        Write("posts/_notes.md", "Not a post.\n");
        Write("pages/about.md", "---\ntitle: About\nlayout: essay\n---\nUs.\n");
        Write("templates/post.html", "<h1>{{ post.title }}</h1>{{ post.content }}{{ site.data.prices.apple }}");
        Write("data/prices.yml", "apple: 3\n");
        Write("static/robots.png", "png");
    }

    public string Site => _line.Site;

    public void Dispose() => _line.Dispose();

    public string Write(string path, string text) => _line.Write($"site/{path}", text);

    public CommandResult Run(params string[] arguments) =>
        CommandLine.Run([.. arguments, "-s", Site, .. arguments[0] == "config" ? (string[])[] : ["--clock", "2026-03-05T12:00:00Z"]]);
}
