using System.Diagnostics.CodeAnalysis;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Loading;

/// <summary>Recognizes the site folder of another generator, and suggests a configuration.</summary>
/// <remarks>Asked only where there is neither a configuration nor a folder of posts.</remarks>
[SuppressMessage("ApiDesign", "RS0030", Justification = "Looks for the files of other programs before anything is listed")]
internal static class OtherProgram
{
    private const int HeadLength = 8192;

    // The first that fits is meant; a mark ends in '/' for a folder.
    private static readonly Program[] s_programs =
    [
        new("Hugo", ["hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default/"], HugoPosts, ["static", "assets"]),
        new("Hugo", ["config.toml", "config.yaml", "config.yml", "config.json"], HugoPosts, ["static", "assets"])
        {
            Words = ["baseURL", "languageCode", "contentDir"],
        },
        new("Zola", ["config.toml", "zola.toml"], HugoPosts, ["static"]) { Words = ["base_url"] },
        new("Hexo", ["source/_posts/"], ["source/_posts"], ["source/images"]),
        new("Jekyll", ["_config.yml", "_config.yaml", "_config.toml", "_posts/", "_drafts/"], ["_posts", "blog/_posts"], JekyllStatic),
        new("Eleventy", [".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs", "eleventy.config.ts"],
            ["src/posts", "content/blog", "content/posts", "src/blog", "blog", "content", "src"], ["public", "src/assets", "assets"]),
        new("Astro", ["astro.config.mjs", "astro.config.js", "astro.config.ts", "astro.config.mts", "astro.config.cjs"],
            ["src/content/blog", "src/content/posts", "src/data/blog", "src/pages/posts", "src/content"], ["public"]),
        new("Pelican", ["pelicanconf.py"], ["content/posts", "content/blog", "content/articles", "content"], []),
        new("Gatsby", ["gatsby-config.js", "gatsby-config.ts"], ["content/blog", "content/posts", "content"], ["static"]),
        new("Docusaurus", ["docusaurus.config.js", "docusaurus.config.ts"], ["blog"], ["static"]),
        new("WordPress", ["wp-content/", "wp-config.php"], [], []) { IsDatabase = true },
    ];

    private static readonly string[] s_folders = ["content", "post", "blog", "articles", "_blog"];

    private static string[] HugoPosts =>
        ["content/posts", "content/post", "content/blog", "content/en/blog", "content/en/posts", "content"];

    private static string[] JekyllStatic => ["assets", "images", "img", "css", "js", "files", "uploads", "downloads"];

    /// <summary>The problem to report for a folder; null when nothing in it is a mark of another program.</summary>
    public static Diagnostic? ProblemOf(string folder)
    {
        foreach (var program in s_programs)
        {
            if (Array.Find(program.Marks, mark => IsMark(folder, mark, program.Words)) is { } mark)
            {
                return Diagnostic.InFile(MessageOf(program, mark, folder), "");
            }
        }

        if (ExportIn(folder) is { } export)
        {
            return Diagnostic.InFile(LoadingMessages.WordPress(export), "");
        }

        // These names are too common to count when our own folders exist.
        return Array.Find(s_folders, name => Directory.Exists(Path.Combine(folder, name))) is { } found
            && !Directory.Exists(Path.Combine(folder, "pages"))
                ? Diagnostic.InFile(MessageOf(new Program(null, [], [.. HugoPosts, found], ["static", "public"]), found + "/", folder), "")
                : null;
    }

    private static DiagnosticMessage MessageOf(Program program, string mark, string folder)
    {
        if (program.IsDatabase)
        {
            return LoadingMessages.WordPress(mark);
        }

        var posts = Array.Find(program.Posts, path => Directory.Exists(Path.Combine(folder, path)));
        var copied = program.Static.Where(path => Directory.Exists(Path.Combine(folder, path)));
        return LoadingMessages.OtherProgram(program.Name, mark, posts, [.. copied]);
    }

    private static bool IsMark(string folder, string mark, string[] words)
    {
        var path = Path.Combine(folder, mark);
        return mark.EndsWith('/') ? Directory.Exists(path)
            : File.Exists(path) && (words.Length == 0 || Array.Exists(words, HeadOf(path).Contains));
    }

    private static string? ExportIn(string folder)
    {
        try
        {
            return Directory.EnumerateFiles(folder, "*.xml")
                .Where(path => HeadOf(path).Contains("wordpress.org/export", StringComparison.OrdinalIgnoreCase))
                .Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal)
                .FirstOrDefault();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What cannot be listed is reported by the scan.
            return null;
        }
    }

    private static string HeadOf(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var bytes = new byte[HeadLength];
            return System.Text.Encoding.UTF8.GetString(bytes.AsSpan(0, file.ReadAtLeast(bytes, HeadLength, throwOnEndOfStream: false)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>One program: what shows that it is meant, and where it keeps things.</summary>
    private sealed record Program(string? Name, string[] Marks, string[] Posts, string[] Static)
    {
        /// <summary>What the file must hold, one of them; anything when there is none.</summary>
        public string[] Words { get; init; } = [];

        /// <summary>Whether the posts are in no file.</summary>
        public bool IsDatabase { get; init; }
    }
}
