using System.Globalization;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.ImageProcessing;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Modeling;
using SiteGen.Pipeline.Parsing;
using SiteGen.Pipeline.Parsing.Keeping;
using SiteGen.Pipeline.Routing;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Corpora;

/// <summary>A blog that somebody else wrote for another program, and what that program says of it.</summary>
/// <param name="Folder">Where it is.</param>
/// <param name="Name">The folder's name.</param>
internal sealed record Corpus(string Folder, string Name)
{
    /// <summary>The variable that says where the corpora are.</summary>
    public const string Variable = "SITEGEN_CORPORA";

    // After the latest post.
    private const string Clock = "2026-11-01T12:00:00Z";

    public static Corpus Find(string name) => new(Environment.GetEnvironmentVariable(Variable) ?? "", name);

    /// <summary>The posts, with our own configuration; what belongs to the other program stays behind.</summary>
    public TestSite Files()
    {
        var site = TestSite.From($"-- sitegen.yml --\n{Repository.Read($"tests/SiteGen.Pipeline.Tests/Corpora/{Name}.yml")}")
            .WithClock(Clock);
        var root = Path.Combine(Folder, Name);
        foreach (var path in Directory.EnumerateFiles(root, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            site.Write(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllBytes(path));
        }

        return site;
    }

    /// <summary>The graph of such a site.</summary>
    public static (Site Site, RouteTable Routes) Plan(TestSite files)
    {
        var options = SiteFile.Load(new OptionSources(RawOptions.None.With("source", files.SourceFolder)), TestClock.At(Clock)).Value;
        var parsed = SourceParser.ParseAll(SourceScanner.ScanAll(options), options, ParseCache.Empty, CancellationToken.None);
        var site = Site.Create(parsed, options);
        return (site, Router.Plan(site, parsed.Files, new ImageSettings(options)));
    }

    /// <summary>What the blog's own program made of it; nothing where nobody asked it.</summary>
    public CorpusFact[] Facts()
    {
        var (tsv, csv) = (Path.Combine(Folder, "facts", $"{Name}.tsv"), Path.Combine(Folder, "facts", $"{Name}.csv"));
        return File.Exists(tsv) ? [.. File.ReadLines(tsv).Select(OfJekyll)]
            : File.Exists(csv) ? [.. File.ReadLines(csv).Skip(1).Select(OfHugo)]
            : [];
    }

    // File, URL, date, redirects, tags.
    private static CorpusFact OfJekyll(string line)
    {
        var cells = line.Split('\t');
        return new(
            cells[0],
            cells[1],
            DateTimeOffset.ParseExact(cells[2], "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
            [.. cells[3].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(url => '/' + url.TrimStart('/'))]);
    }

    // path,slug,title,date,expiryDate,publishDate,draft,permalink: a title may have commas, so the cells are counted from the end.
    private static CorpusFact OfHugo(string line)
    {
        var cells = line.Split(',');
        return new(
            cells[0].Replace("content/", "content/en/", StringComparison.Ordinal),
            new Uri(cells[^1]).AbsolutePath,
            DateTimeOffset.Parse(cells[^5], CultureInfo.InvariantCulture),
            []);
    }
}

/// <summary>What the blog's own program says of a post: its path, address, date and earlier addresses.</summary>
internal sealed record CorpusFact(string Path, string Url, DateTimeOffset Date, string[] Redirects);
