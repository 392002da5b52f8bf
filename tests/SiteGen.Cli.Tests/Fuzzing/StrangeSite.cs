using System.Text;
using SiteGen.Testing;

namespace SiteGen.Cli.Tests.Fuzzing;

/// <summary>A blog with a file of each kind, and random damage to it.</summary>
internal sealed class StrangeSite(CommandLine line, Random random)
{
    private const string Start = """"
        -- sitegen.yml --
        title: {en: Strange, de: Seltsam}
        base_url: https://example.org/blog/
        languages: [de]
        author: Ada
        paginate: 2
        taxonomies: [tags, categories, people]
        feeds: {entries: 5}
        menus:
          main: [{title: Home, url: /}, {title: Tags, url: /tags/}]
        theme: {accent: teal, share: [email]}
        markdown: {typographer: true}
        params: {a: 1}
        -- posts/2026-01-01-one.md --
        ---
        title: One
        tags: [green, Blue]
        categories: [a/b]
        people: Ada
        aliases: [/old/one/]
        series: Walks
        image: covers/one.png
        ---
        First *body*, to [two](two.md).

        <!--more-->

        ![A picture](one.png "Caption")

        | a | b |
        |---|---|
        | 1 | 2 |
        -- posts/two.md --
        ---
        title: "Two: the second"
        date: 2026-02-03T04:05:06+02:00
        updated: 2026-03-01
        tags: green
        authors: [ada, Bob]
        series: Walks
        part: 2
        comments: true
        ---
        ## Heading

        A note[^1], math $x$, `code` and https://example.org.

        [^1]: Here.

        > [!NOTE]
        > Mind.
        -- posts/two.de.md --
        ---
        title: Zwei
        ---
        Zweiter.
        -- posts/bundle/index.html --
        ---
        title: Bundle
        date: 2026-02-05
        ---
        <p>An <b>HTML</b> post with <img src="pic.svg">.</p>
        -- posts/bundle/pic.svg --
        <svg xmlns="http://www.w3.org/2000/svg" width="3" height="4"/>
        -- pages/about.md --
        # About
        Text.
        -- pages/404.md --
        Gone.
        -- templates/partials/extra.html --
        <i>{{ post.title }}</i>
        -- templates/post.html --
        <article>{{ include 'partials/extra.html' }}
        {{ for t in post.tags }}<a href="{{ t.url }}">{{ t.name }}</a>{{ end }}{{ post.content }}</article>
        -- templates/assets/extra.css --
        body { color: red }
        -- data/tags.yml --
        green: {title: Green, description: The *colour*.}
        -- data/numbers.json --
        {"a": [1, 2, {"b": null}]}
        -- data/table.csv --
        a,b
        1,"x ""y"""
        -- data/i18n/de.yml --
        read_on: Weiter
        -- data/comments/two.yml --
        - {author: Eve, date: 2026-02-04, body: "Nice *one*"}
        -- authors.yml --
        ada: {name: Ada Lovelace, url: https://example.org/}
        -- static/robots2.txt --
        x
        """";

    private static readonly string[] s_names =
    [
        "posts/.md", "posts/ .md", "posts/a b.md", "posts/%41.md", "posts/a#b?.md", "posts/ü.md", "posts/u\u0308.md", "posts/CON.md",
        "posts/-.md", "posts/two.MD", "posts/2026-13-45-x.md", "posts/x.fr.de.md", "posts/🏔️.md", "posts/a\nb.md", "posts/index.md",
        "posts/sub/index.md", "posts/<b>.md", "posts/'\".md", "posts/one.png", "pages/index.md", "pages/tags/index.md", "pages/rss.xml",
        "static/index.html", "static/posts/one/index.html", "static/.sitegen-manifest", "static/a\u202eb.txt", "templates/layout.html",
        "templates/home.html", "templates/x.txt", "data/authors.yml", "data/tags.json", "data/comments/none.yml", "data/i18n/xx.yml",
        "sitegen.yaml", "_config.yml",
        "posts/" + new string('x', 200) + ".md",
    ];

    /// <summary>Writes the good blog.</summary>
    public void Write()
    {
        foreach (var file in TextArchive.Parse(Start))
        {
            line.Write("site/" + file.Path, file.Text);
        }
    }

    /// <summary>Spoils one to five things.</summary>
    /// <returns>What was done, for the message of a failure.</returns>
    public string Spoil()
    {
        var done = new StringBuilder();
        for (var count = random.Next(1, 6); count > 0; count--)
        {
            try
            {
                done.Append(SpoilOne()).Append("; ");
            }
            catch (IOException)
            {
                // A file of that kind or name cannot be made here: the next change will do.
            }
        }

        return done.ToString();
    }

    private string SpoilOne()
    {
        var path = Pick();
        switch (random.Next(14))
        {
            case < 7:
                line.Write("site/" + path, StrangeText.Of(Read(path), random));
                return $"text of {path}";
            case 7:
                var name = s_names[random.Next(s_names.Length)];
                line.Write("site/" + name, StrangeText.Of(Read(path), random));
                return $"new {name} from {path}";
            case 8:
                line.Write("site/" + path, Read(Pick()));
                return $"other text in {path}";
            case 9:
                File.WriteAllBytes(line["site/" + path], Bytes());
                return $"bytes in {path}";
            case 10:
                File.Delete(line["site/" + path]);
                return $"no {path}";
            case 11:
                return SpoilKind(path);
            case 12:
                File.WriteAllBytes(line["site/" + path], Encodings()[random.Next(3)].GetBytes(Read(path)));
                return $"encoding of {path}";
            default:
                File.Delete(line["site/" + path]);
                Directory.CreateDirectory(line["site/" + path]);
                return $"folder {path}";
        }
    }

    // A link may lead out, to itself, or to nothing.
    private string SpoilKind(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return "nothing";
        }

        var full = line["site/" + path];
        File.Delete(full);
        var target = (string[])["../../outside/secret.txt", Path.GetFileName(path), "nowhere", "/dev/zero", "..", "/proc/self/mem"];
        File.CreateSymbolicLink(full, target[random.Next(target.Length)]);
        return $"link {path}";
    }

    private static Encoding[] Encodings() => [Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.Latin1];

    private byte[] Bytes()
    {
        var bytes = new byte[random.Next(2000)];
        random.NextBytes(bytes);
        return bytes;
    }

    private string Pick()
    {
        // What is behind a link is neither read nor written here: it may have no end, or be outside.
        var all = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        var files = Directory.EnumerateFiles(line.Site, "*", all)
            .Select(path => Path.GetRelativePath(line.Site, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("_site/", StringComparison.Ordinal) && !path.StartsWith(".sitegen", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ToArray();
        return files.Length == 0 ? "posts/one.md" : files[random.Next(files.Length)];
    }

    private string Read(string path) => File.Exists(line["site/" + path]) ? File.ReadAllText(line["site/" + path]) : "text";
}
