using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Data;
using SiteGen.Pipeline.Loading.Embedded;
using SiteGen.Pipeline.Rendering.Standalone;
using SiteGen.Pipeline.Schemas;
using SiteGen.Pipeline.Urls;
using SiteGen.Pipeline.Writing;
using SiteGen.Pipeline.Yaml;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.Starting;

/// <summary>Plans the small site that <c>sitegen init</c> makes: the files of <c>Starting/Blog</c>, embedded in the program.</summary>
public static class StarterSite
{
    // Beside the configuration, so that it is there for everybody who works on the site, without a network.
    private const string SchemaFile = ".sitegen.schema.json";

    // By this line the YAML language server of editors finds the schema.
    private const string SchemaLine = $"# yaml-language-server: $schema={SchemaFile}";

    /// <summary>Plans all files, those that are there already too.</summary>
    /// <param name="title">The title of the site.</param>
    /// <param name="options">The options of the folder as it is: its clock, its time zone, its folders.</param>
    public static StartingPlan Plan(string title, SiteOptions options)
    {
        if (OneLine.ProblemOf("title", title) is { } problem)
        {
            return StartingPlan.Refused(problem);
        }

        var now = options.TimeZone.ToLocal(options.Publishing.Now);
        var values = new MemberMap(
        [
            new("schema", Value.From(SchemaLine)),
            new("title", Value.From(YamlText.Quote(title.Trim()))),
            new("now", Value.From(now)),
            new("yesterday", Value.From(options.TimeZone.ToLocal(now.AddDays(-1)))),
        ]);
        var files = EmbeddedFiles.In("starter").Select(file => Create(file.Path, file.Bytes, values, options));
        return new([.. files, new NewFile(SchemaFile, SiteSchema.Configuration.ToUtf8())]);
    }

    /// <summary>A title made of the name of a folder: spaces for dashes, the first letter in upper case.</summary>
    public static string TitleOf(string folder)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var words = string.Join(' ', name.Split(['-', '_', ' '], StringSplitOptions.RemoveEmptyEntries)).Trim();
        return OneLine.ProblemOf("title", words) is null ? char.ToUpperInvariant(words[0]) + words[1..] : "My blog";
    }

    // Pictures and .gitignore are copied as they are; in the others the title and the dates are filled in.
    private static NewFile Create(string path, byte[] bytes, IMembers values, SiteOptions options)
    {
        var isTemplate = Path.GetExtension(path) is ".md" or ".yml";
        var render = RenderOptions.Default with { Strict = true, DatePattern = "%FT%T%Z" };
        var text = isTemplate ? StandaloneRenderer.Run(new SourceText(path, bytes), values, static _ => null, render).Output : bytes;
        return new NewFile(PathIn(options.Folders, path), text);
    }

    private static string PathIn(SiteFolders folders, string path)
    {
        foreach (var (key, folder) in folders.All)
        {
            if (path.StartsWith(key + "/", StringComparison.Ordinal))
            {
                return SitePath.Combine(folder, path[key.Length..]) ?? path;
            }
        }

        return path;
    }
}
