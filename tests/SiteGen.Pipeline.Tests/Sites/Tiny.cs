namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>Parts of sites that many tests share.</summary>
internal static class Tiny
{
    /// <summary>A theme in which every page is one line that says all about it.</summary>
    public const string Theme = """
        -- templates/layout.html --
        <{{ page.kind }} at="{{ page.url }}">{{ content }}</{{ page.kind }}>
        -- templates/home.html --
        {{ for post in paginator.posts }}<a href="{{ post.url }}">{{ post.title }}</a>{{ end }} {{ paginator.page }}/{{ paginator.total_pages }}{{ if paginator.previous_url }} newer={{ paginator.previous_url }}{{ end }}{{ if paginator.next_url }} older={{ paginator.next_url }}{{ end }}
        -- templates/post.html --
        <h1>{{ post.title }}</h1>{{ post.content }}{{ for tag in post.tags }}<a rel="tag" href="{{ tag.url }}">{{ tag.name }}</a>{{ end }}{{ if post.previous }}<a rel="prev" href="{{ post.previous.url }}">{{ post.previous.title }}</a>{{ end }}{{ if post.next }}<a rel="next" href="{{ post.next.url }}">{{ post.next.title }}</a>{{ end }}
        -- templates/page.html --
        <h1>{{ post.title }}</h1>{{ post.content }}
        -- templates/term.html --
        {{ term.name }}: {{ for post in term.posts }}<a href="{{ post.url }}">{{ post.title }}</a>{{ end }}
        -- templates/terms.html --
        {{ taxonomy.title }}: {{ for term in terms }}<a href="{{ term.url }}">{{ term.name }}</a>{{ term.count }}{{ end }}
        -- templates/404.html --
        Not here.
        -- templates/redirect.html --
        moved to {{ page.url }} at {{ page.absolute_url }}

        """;

    /// <summary>Three posts, a year apart from each other, the second with a tag.</summary>
    public const string Three = """
        -- posts/one.md --
        ---
        title: One
        date: 2023-01-01
        ---
        First body.
        -- posts/two.md --
        ---
        title: Two
        date: 2024-01-01
        tags: [green]
        ---
        Second body.
        -- posts/three.md --
        ---
        title: Three
        date: 2025-01-01
        ---
        Third body.

        """;

    /// <summary>A post with these lines of front matter.</summary>
    public static string Post(string path, string frontMatter) => $"-- posts/{path} --\n---\n{frontMatter}\n---\nBody.\n";
}
