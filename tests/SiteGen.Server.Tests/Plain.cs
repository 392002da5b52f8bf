using SiteGen.Testing;

namespace SiteGen.Server.Tests;

/// <summary>A small site with a theme in which every page is one line.</summary>
internal static class Plain
{
    public const string Theme = """
        -- templates/layout.html --
        <link rel="stylesheet" href="{{ asset 'style.css' }}"><body>{{ page.kind }} {{ content }}</body>
        -- templates/home.html --
        {{ for post in paginator.posts }}<a href="{{ post.url }}">{{ post.title }}</a>{{ end }}
        -- templates/post.html --
        <h1>{{ post.title }}</h1>{{ if post.draft }}DRAFT{{ end }}{{ post.content }}
        -- templates/404.html --
        Not here.

        """;

    public const string Posts = """
        -- posts/one.md --
        ---
        title: One
        date: 2023-01-01
        tags: [green]
        ---
        First body.
        -- posts/two.md --
        ---
        title: Two
        date: 2024-01-01
        ---
        Second body.
        -- posts/sketch.md --
        ---
        title: Sketch
        date: 2024-02-01
        draft: true
        ---
        Not ready.
        -- static/hello.txt --
        Hello, world

        """;

    public static TestSite Site(params string[] more) => TestSite.From([Theme, Posts, .. more]);

    public static Task<TestPreview> Start(params string[] more) => TestPreview.Start(Site(more));
}
