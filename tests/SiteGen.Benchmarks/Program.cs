using System.Globalization;
using SiteGen.Benchmarks;

switch (args)
{
    case ["template"]:
        TemplateBenchmark.Run();
        return 0;
    case ["make-site", var folder, var posts]:
        SiteBenchmark.WriteSite(folder, int.Parse(posts, CultureInfo.InvariantCulture));
        return 0;
    case ["build", var program, var folder]:
        SiteBenchmark.Run(program, folder, null);
        return 0;
    case ["build", var program, var folder, var command, var peerFolder, var peerOutput]:
        SiteBenchmark.Run(program, folder, (command, peerFolder, peerOutput));
        return 0;
    case ["cache", var program, var folder]:
        SiteBenchmark.RunCache(program, folder);
        return 0;
    case ["scale", var program, var folder, .. var sizes]:
        SiteBenchmark.RunScale(program, folder, sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture)));
        return 0;
    case ["serve", var program, var folder, var edits]:
        ServeBenchmark.Run(program, folder, int.Parse(edits, CultureInfo.InvariantCulture), null);
        return 0;
    case ["serve", var program, var folder, var edits, var command, var peerFolder, var peerRoot]:
        ServeBenchmark.Run(program, folder, int.Parse(edits, CultureInfo.InvariantCulture), (command, peerFolder, peerRoot));
        return 0;
    default:
        Console.Error.WriteLine("""
            usage: SiteGen.Benchmarks template
                   SiteGen.Benchmarks make-site FOLDER POSTS
                   SiteGen.Benchmarks build PROGRAM FOLDER [COMMAND FOLDER OUTPUT]
                   SiteGen.Benchmarks cache PROGRAM FOLDER
                   SiteGen.Benchmarks scale PROGRAM FOLDER POSTS...
                   SiteGen.Benchmarks serve PROGRAM FOLDER EDITS [COMMAND FOLDER ROOT]
            """);
        return 2;
}
