using System.Buffers.Binary;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>A site that uses everything there is.</summary>
internal static class FullSite
{
    /// <summary>All options, with a sitemap in many parts.</summary>
    public const string Options = """
        -- sitegen.yml --
        title: Slow Trains
        description: Notes from the window seat.
        base_url: https://example.org/trains/
        language: en
        languages: [nl]
        time_zone: Europe/Lisbon
        author: Robin
        copyright: © Robin
        permalink: {posts: /:year/:slug/, pages: /:slug/, notes: /notes/:slug.html}
        paginate: 3
        summary_words: 12
        feeds: {entries: 5}
        taxonomies: [tags, categories, authors, series, {name: people, singular: person, title: People we met}]
        archives: months
        redirects: both
        markdown: {typographer: true, emoji: true, hard_breaks: true, raw_html: keep}
        menus: {main: [{title: Elsewhere, url: "https://example.com/", weight: 5}]}
        limits: {sitemap_addresses: 7}
        params: {date_format: "%e %B %Y"}

        """;

    /// <summary>Posts, pages, data, images that are drawings.</summary>
    public const string Files = """
        -- authors.yml --
        robin: {name: Robin Vale, bio: Rides *slowly*., picture: /robin.png, links: {Elsewhere: "https://example.com/robin"}}
        kim: {name: Kim, email: kim@example.com, show_email: true}
        -- data/tags.yml --
        travel: {description: Going *places*., colour: blue}
        travel/rail: On rails.
        -- data/series.yml --
        The coast: All along it.
        -- data/facts.yml --
        - {name: Oak, age: 300}
        -- data/places/towns.csv --
        name,people
        Bree,400
        -- data/menu.json --
        {"soup": 3.5}
        -- data/i18n/de.yml --
        read_on: Mehr davon
        posts: {one: "ein Beitrag", other: "{0} Beiträge"}
        -- data/comments/first.yml --
        - {author: Jon, date: 2026-01-03, id: 1, body: "Mine **too**! <script>x</script> jon@example.org"}
        - {author: {name: Mira, url: "https://mira.example/"}, date: 2026-01-04, parent: 1, body: Which?}
        - {kind: pingback, author: Other, url: "https://other.example/"}
        -- posts/first.md --
        ---
        title: "First: \"a\" start"
        date: 2026-01-02 10:00
        updated: 2026-01-05
        authors: [robin, Kim]
        tags: [travel/rail, slow]
        categories: Trips
        people: [Ada, Grace]
        series: The coast
        part: 2
        image: /robin.png
        image_alt: Robin
        audio: {url: talk.mp3, duration: "3:20"}
        aliases: [/old/first.html, /older/]
        description: How it began.
        weather: drizzle
        ---
        "Well" -- it began :rocket: with [the second](second.md#two) and [a note](notes/short.md).

        <!--more-->

        ![A hill](hill.svg) ![Robin](/robin.png "Robin, waving") ![](missing.png)

        ## One *and*
        ### Two
        ## Three

        > [!TIP]
        > Bring tea.

        https://www.youtube.com/watch?v=abcdefghijk

        $x^2$, a note[^1], {{ site.title }} <b>bold</b>

        [^1]: Here.
        -- posts/first.de.md --
        ---
        title: Erstens
        date: 2026-01-02 10:00
        tags: [travel/rail]
        series: The coast
        ---
        Es „begann“. [weiter](second.md)
        -- posts/first.fr.md --
        ---
        title: Premier
        date: 2026-01-02 10:00
        image: hill.svg
        ---
        ![](hill.svg)
        -- posts/second.md --
        ---
        title: Second
        date: 2026-02-03
        tags: [travel, slow]
        series: The coast
        part: 1
        math: true
        toc: true
        guid: second-guid
        canonical: https://elsewhere.example/second/
        noindex: true
        comments: false
        ---
        ## Two
        $a < b$ and $$c$$
        -- posts/2025-12-24-walk/index.md --
        ---
        title: A walk
        tags: slow
        image: in.png
        ---
        ![](in.png) [map](map.txt) [back](../first.md)
        -- posts/2025-12-24-walk/map.txt --
        X
        -- posts/notes/short.md --
        ---
        title: قصير
        date: 2025-11-11
        lang: ar
        categories: [Trips/Short]
        ---
        نص
        -- posts/gone.md --
        ---
        date: 2025-10-10
        redirect_to: https://example.com/gone
        ---
        -- posts/moved.md --
        ---
        date: 2025-10-11
        redirect_to: first.md
        ---
        -- posts/wait.md --
        ---
        title: Waits
        publishDate: 2026-08-01
        tags: later
        ---
        -- posts/over.md --
        ---
        title: Over
        date: 2024-01-01
        expiryDate: 2025-01-01
        ---
        -- posts/draft.md --
        ---
        title: Draft
        draft: true
        tags: [only-draft]
        ---
        -- posts/secret.md --
        ---
        title: Unlisted
        date: 2025-01-01
        unlisted: true
        ---
        -- posts/alone.nl.md --
        ---
        title: Alleen
        date: 2025-05-05
        ---
        Hallo.
        -- pages/about.md --
        ---
        title: About
        menu: {main: {name: Us, weight: 2}}
        ---
        About. ![](/robin.png)
        -- pages/about.fr.md --
        ---
        title: Qui
        menu: main
        ---
        Nous.
        -- pages/tags/slow.md --
        ---
        title: All that is slow
        ---
        No *hurry*.
        -- pages/raw.html --
        ---
        layout: none
        ---
        <p>{{ site.title }}</p>
        -- posts/hill.svg --
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 48"></svg>
        -- posts/talk.mp3 --
        (sound)
        -- static/robots-not.txt --
        copied

        """;

    /// <summary>The whole site, with this theme beside it, if any.</summary>
    public static TestSite With(params string[] archives) =>
        TestSite.From([Options, Files, .. archives])
            .Write("static/robin.png", Png(20, 30))
            .Write("posts/2025-12-24-walk/in.png", Png(400, 300));

    /// <summary>As much of a PNG file as says how large it is.</summary>
    public static byte[] Png(int width, int height)
    {
        var bytes = new byte[33];
        bytes[0] = 0x89;
        "PNG\r\n\u001a\n"u8.CopyTo(bytes.AsSpan(1));
        bytes[11] = 13;
        "IHDR"u8.CopyTo(bytes.AsSpan(12));
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), height);
        bytes[24] = 8;
        return bytes;
    }
}
