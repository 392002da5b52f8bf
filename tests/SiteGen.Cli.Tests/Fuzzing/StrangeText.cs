using System.Text;

namespace SiteGen.Cli.Tests.Fuzzing;

/// <summary>Changes a text at random, in the ways in which texts of people and of programs go wrong.</summary>
internal static class StrangeText
{
    // What has a meaning somewhere: in YAML, Markdown, HTML, templates, addresses, dates, encodings.
    private static readonly string[] s_pieces =
    [
        "---\n", "---", "...\n", ": ", "- ", "\t", "\n\n", "\r\n", "\r", "\0", "\u001b[31m", "\ufeff", "\u202e", "\u2028", "é", "🏔️",
        "نص", "title: ", "title: [", "date: 2026-02-30\n", "date: 9999-12-31T23:59:60Z\n", "date: now\n", "date: -1\n",
        "date: 0001-01-01\n", "tags: [a, a, A, á]\n", "tags: {a: b}\n", "tags: *x\n", "&x ", "*x", "<<: *x\n", "!!binary ",
        "? [a]\n: b\n", "|\n ", ">-\n ", "slug: ../../x\n", "url: /../x/\n", "url: /\n", "url: https://example.org/\n",
        "aliases: [/, /index.html, //x, \"\"]\n", "layout: none\n", "layout: ../x\n", "draft: maybe\n", "series: [a, b]\n",
        "part: -1\n", "lang: xx-yy-zz\n", "weight: 1e99\n", "image: ../../etc/passwd\n", "{{", "}}", "{{ ", "{{ end }}",
        "{{ for x in site.posts }}", "{{ while true }}", "{{ func f }}{{ f }}{{ end }}", "{{ include 'post.html' }}",
        "{{ post.content }}", "{{ 1 / 0 }}", "{{ site.posts[99].title.x }}", "{{ \"x\" * 100000 }}", "{{ [1, 2] * 1000000 }}", "{%",
        "{{<", "{#", "[a](b.md)", "[a](../../../../etc/passwd)", "![a](data:image/png;base64,xx)", "[a][b]", "[b]: c\n", "[^1]",
        "[^1]: n\n", "<script>", "<!--", "-->", "<![CDATA[", "<svg onload=x>", "<a href='javascript:x'>", "&amp;", "&#0;", "&#x110000;",
        "```", "~~~~", "> > > > ", "    ", "* * *\n", "| a | b |\n|---|---|\n", "# ", "###### ", "{#id .c}", "{: .c}", "$$", "==", "~~",
        "https://", "mailto:", "//", "\\", "%", "%00", "%2e%2e%2f", "?", "#", "a/../b", ".", "..", "~", "CON", "nul.html", " ",
        "<!-- sitegen-disable x -->", "sitegen-disable-next-line", "base_url: ftp://x\n", "permalink: /:x/:y/\n", "paginate: 0\n",
        "taxonomies: [a, a]\n", "time_zone: Mars\n", "output: ..\n", "output: /\n", "posts: .\n", "static: [., .]\n",
        "ignore: ['**']\n", "theme: {accent: x}\n", "rules: {x: off}\n", "limits: {work: 1}\n", "languages: [a]\n",
    ];

    /// <summary>The text with one to four changes.</summary>
    public static string Of(string text, Random random)
    {
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var at = random.Next(text.Length + 1);
            var end = Math.Min(text.Length, at + (1 << random.Next(8)));
            text = random.Next(9) switch
            {
                0 => text[..at],
                1 => text[..at] + text[end..],
                2 => text[..end] + text[at..],
                3 => text[..at] + Repeated(Piece(random), random) + text[at..],
                4 => text[..at] + (char)random.Next(0x20, 0x3000) + text[at..],
                5 => text[..at] + Reversed(text[at..end]) + text[end..],
                _ => text[..at] + Piece(random) + text[at..],
            };
        }

        text = text.Length > 400_000 ? text[..400_000] : text;
        // Half of a character is not written: a change may have cut one.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>A piece of text that has a meaning somewhere.</summary>
    public static string Piece(Random random) => s_pieces[random.Next(s_pieces.Length)];

    private static string Repeated(string piece, Random random) =>
        string.Concat(Enumerable.Repeat(piece, random.Next(8) == 0 ? 20_000 / piece.Length : random.Next(2, 200)));

    private static string Reversed(string text) => new([.. text.Reverse()]);
}
