using System.Collections.Immutable;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Loading.Embedded;
using SiteGen.Pipeline.Urls;
using SiteGen.Pipeline.Writing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Starting;

/// <summary>Plans copies of files of the built-in theme in a site's own folder of templates.</summary>
public static class ThemeCopy
{
    /// <summary>The files that can be copied, with their paths in the folder of templates.</summary>
    public static ImmutableArray<string> Names => [.. EmbeddedFiles.In("theme").Select(file => file.Path)];

    /// <summary>Plans a copy of every file.</summary>
    public static StartingPlan PlanAll(SiteOptions options) => Plan(Names, options);

    /// <summary>Plans copies of these files.</summary>
    public static StartingPlan Plan(IEnumerable<string> names, SiteOptions options)
    {
        var theme = EmbeddedFiles.In("theme").ToDictionary(file => file.Path, file => file.Bytes, StringComparer.Ordinal);
        var files = ImmutableArray.CreateBuilder<NewFile>();
        foreach (var written in names)
        {
            var name = NameOf(written, options);
            if (!theme.TryGetValue(name, out var bytes))
            {
                return StartingPlan.Refused(StartingMessages.UnknownThemeFile(written, Nearest(name, theme.Keys)));
            }

            var file = new NewFile(SitePath.Combine(options.Folders.Templates, name) ?? name, bytes);
            if (files.All(other => other.Path != file.Path))
            {
                files.Add(file);
            }
        }

        return new(files.ToImmutable());
    }

    // With the folder that it goes to, too: 'templates/post.html' is what the guide calls it.
    private static string NameOf(string written, SiteOptions options)
    {
        var name = written.Replace('\\', '/');
        var folder = options.Folders.Templates + "/";
        return name.StartsWith(folder, StringComparison.Ordinal) ? name[folder.Length..] : name;
    }

    private static string? Nearest(string name, IReadOnlyCollection<string> known) =>
        known.FirstOrDefault(path => Path.GetFileName(path) == Path.GetFileName(name))
        ?? Suggestion.For(name, known)
        ?? known.FirstOrDefault(path => Path.GetFileNameWithoutExtension(path) == name);
}
