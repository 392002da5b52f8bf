using System.Collections.Immutable;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Pipeline.Yaml;

namespace SiteGen.Pipeline.Configuration.Readers;

/// <summary>Reads and checks the folders of a site.</summary>
internal static class FolderRules
{
    private static readonly ValueShape s_copied = new ValueShape.Members(
        [KeyValuePair.Create("from", ValueShape.Text), KeyValuePair.Create("to", ValueShape.Text)], ["from"]);

    private static readonly ValueShape s_staticShape =
        new ValueShape.ListOf(ValueShape.Either(ValueShape.Text, s_copied), AlsoSingle: true);

    /// <summary>Reads the input folders.</summary>
    public static SiteFolders Read(OptionReader reader) => new(
        Folder(reader, "posts"), Folder(reader, "pages"), Folder(reader, "templates"), StaticFolders(reader), Folder(reader, "data"));

    /// <summary>Reports an output folder that contains inputs or is one, and input folders that overlap.</summary>
    /// <remarks>
    /// A build could delete inputs in such an output folder, or read outputs as inputs; files in overlapping folders would
    /// have two kinds.
    /// </remarks>
    public static void Check(SiteOptions options, OptionReader reader)
    {
        if (reader.Peek("output")?.Value is YamlScalar { Value: "~" or ['~', '/' or '\\', ..] } home)
        {
            reader.Report(OptionMessages.HomeFolderSign(home.Value), "output");
        }

        var output = WithSeparator(options.OutputFolder);
        (string Key, string Path)[] inputs = [.. InputsOf(options)];
        if (WithSeparator(options.SourceFolder).StartsWith(output, StringComparison.Ordinal)
            || inputs.Any(input => output.StartsWith(input.Path, StringComparison.Ordinal)))
        {
            reader.Report(OptionMessages.OutputHoldsSite(), "output");
        }

        for (var i = 0; i < inputs.Length; i++)
        {
            for (var j = 0; j < inputs.Length; j++)
            {
                var (outer, inner) = (inputs[i], inputs[j]);
                var isOther = i != j && (outer.Path != inner.Path || i < j);
                if (isOther && inner.Path.StartsWith(outer.Path, StringComparison.Ordinal))
                {
                    reader.Report(OptionMessages.FoldersOverlap(inner.Key, outer.Key), inner.Key, outer.Key);
                }
            }
        }
    }

    private static IEnumerable<(string Key, string Path)> InputsOf(SiteOptions options) => options.Folders.All
        .Concat(options.Theme.Folder.Length == 0 ? [] : [(ThemeOptionsReader.Key, options.Theme.Folder)])
        .Select(input => (input.Key, WithSeparator(Path.GetFullPath(Path.Combine(options.SourceFolder, input.Folder)))));

    // The default name of each folder is its key.
    private static string Folder(OptionReader reader, string key) => Clean(reader, key, reader.Text(key, key));

    private static string Clean(OptionReader reader, string key, string folder)
    {
        var clean = folder.Replace('\\', '/').Trim('/');
        clean = clean.StartsWith("./", StringComparison.Ordinal) ? clean[2..] : clean;
        if (Path.IsPathRooted(folder) || clean.Split('/').Contains("..") || clean.Length == 0)
        {
            reader.Report(OptionMessages.FolderOutside(folder), key);
        }

        return clean;
    }

    // A name, or a list of names and of maps 'from' and 'to'.
    private static ImmutableArray<StaticFolder> StaticFolders(OptionReader reader)
    {
        var option = reader.Find("static", s_staticShape, "static");
        if (option?.Value is not (YamlList or YamlMap))
        {
            return [new StaticFolder(Clean(reader, "static", OptionReader.TextOf(option) ?? "static"), "")];
        }

        var folders = ImmutableArray.CreateBuilder<StaticFolder>();
        foreach (var item in option.Value is YamlList list ? list.Items : [option.Value])
        {
            var map = item as YamlMap;
            var from = map is null ? (item as YamlScalar)?.Value : map.Text("from");
            if (from is null || (map is not null && map.Entries.Any(entry => entry.Name is not ("from" or "to"))))
            {
                option.Report(OptionMessages.StaticFolderWithoutName(), item);
                continue;
            }

            var target = map?.Text("to") ?? "/";
            if (UrlPath.Problem(target.StartsWith('/') ? target : "/" + target) is { } problem)
            {
                option.Report(OptionMessages.StaticTarget(target, problem), item);
                continue;
            }

            target = target.Trim('/');
            folders.Add(new StaticFolder(Clean(reader, "static", from), target.Length == 0 ? "" : target + "/"));
        }

        return folders.ToImmutable();
    }

    private static string WithSeparator(string folder) =>
        Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
}
