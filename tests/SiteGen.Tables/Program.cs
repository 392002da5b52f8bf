using SiteGen.Tables;

if (args.Length == 0 || (args[0] != "all" && !TableSource.All.Any(source => source.Name == args[0])))
{
    var names = string.Join('|', TableSource.All.Select(source => source.Name));
    var options = string.Join(' ', TableSource.All.Select(source => $"[{source.Option} FOLDER]"));
    Console.Error.WriteLine($"usage: SiteGen.Tables all|{names} {options}");
    return 2;
}

var root = RepositoryRoot();
foreach (var source in TableSource.All.Where(source => args[0] == "all" || args[0] == source.Name))
{
    var option = Array.IndexOf(args, source.Option);
    var folder = option > 0 && option + 1 < args.Length ? args[option + 1] : source.DefaultFolder;
    if (!source.IsIn(folder))
    {
        Console.Error.WriteLine($"There is no '{Path.Combine(folder, source.VersionFile)}'.");
        Console.Error.WriteLine($"Install the data (on Debian: apt-get install {source.Package}) or name its folder with {source.Option}.");
        return 3;
    }

    foreach (var file in source.Generate(folder))
    {
        File.WriteAllText(Path.Combine(root, file.Path), file.Text);
        Console.WriteLine($"{file.Path}: {file.Text.Length} characters, {source.Describe(folder)}");
    }
}

return 0;

static string RepositoryRoot()
{
    for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
    {
        if (File.Exists(Path.Combine(folder.FullName, "SiteGen.sln")))
        {
            return folder.FullName;
        }
    }

    throw new DirectoryNotFoundException($"there is no SiteGen.sln above {AppContext.BaseDirectory}");
}
