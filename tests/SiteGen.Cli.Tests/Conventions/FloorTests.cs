using System.Text.RegularExpressions;

namespace SiteGen.Cli.Tests.Conventions;

/// <summary>Inside a project the folders stand on floors: code names lower floors only, never its own or a higher one.</summary>
/// <remarks>A folder below a folder belongs to it: <c>Rendering/Views</c> is part of <c>Rendering</c>.</remarks>
public sealed partial class FloorTests
{
    // From the lowest floor up; the folders of one row do not know each other. "" is the project's own folder.
    private static readonly Dictionary<string, string[][]> s_floors = new()
    {
        ["SiteGen.Templating"] =
        [
            ["Rules", "Dates"], ["Values"], ["Escaping"], ["Running"], ["Operators"], ["Calls"], ["Nodes"], ["Binding"], ["Library"], [""],
        ],
        ["SiteGen.Pipeline"] =
        [
            ["Urls", "Yaml", "Localization", "Rules", "Threading"],
            ["Html", "Data", "Records"],
            ["FrontMatter", "Images"],
            ["Configuration"],
            ["Loading"],
            ["Highlighting", "Markdown"],
            ["Theme", "Content", "ImageProcessing"],
            ["Parsing"],
            ["Modeling"],
            ["Routing"],
            ["Incremental", "Writing"],
            ["Caching", "Rendering", "Schemas"],
            ["Inspection", "Starting"],
            [""],
        ],
        ["SiteGen.Server"] = [["Notifying"], ["Watching"], ["Http"], [""]],
        ["SiteGen.Cli"] = [["Terminal"], ["Reports"], ["Commands"], [""]],
    };

    private static readonly CodeFile[] s_files = [.. CodeFile.Program.Where(file => s_floors.ContainsKey(ProjectOf(file.Path)))];

    private static readonly ILookup<string, (string Room, string Name)> s_types = s_files.ToLookup(
        file => ProjectOf(file.Path), file => (RoomOf(file.Path), Path.GetFileName(file.Path).Split('.')[0]));

    [Fact]
    public void Every_folder_stands_on_a_floor_and_every_floor_exists()
    {
        var folders = s_files.Select(file => $"{ProjectOf(file.Path)}/{RoomOf(file.Path)}").Distinct().Order(StringComparer.Ordinal);
        var floors = s_floors.SelectMany(project => project.Value.SelectMany(rooms => rooms).Select(room => $"{project.Key}/{room}"));
        Assert.Equal(floors.Order(StringComparer.Ordinal), folders);
    }

    [Fact]
    public void A_folder_names_lower_floors_only() => Assert.Empty(s_files.SelectMany(Upwards));

    [Theory]
    [InlineData("src/SiteGen.Pipeline/Yaml/A.cs", "using SiteGen.Pipeline.Routing;", "Yaml -> Routing")]
    [InlineData("src/SiteGen.Pipeline/Yaml/A.cs", "using SiteGen.Pipeline.Urls;", "Yaml -> Urls")]
    [InlineData("src/SiteGen.Pipeline/Urls/A.cs", "using static SiteGen.Pipeline.BuildPipeline;", "Urls -> ")]
    [InlineData("src/SiteGen.Pipeline/Urls/A.cs", "var x = SiteGen.Pipeline.Html.Y.Z;", "Urls -> Html")]
    [InlineData("src/SiteGen.Pipeline/Urls/A.cs", "var x = Routing.Router.Plan(y);", "Urls -> Routing")]
    [InlineData("src/SiteGen.Pipeline/Urls/A.cs", "SitePlan plan;", "Urls -> ")]
    [InlineData("src/SiteGen.Pipeline/Rendering/A.cs", "using SiteGen.Pipeline.Rendering.Views;", null)]
    [InlineData("src/SiteGen.Pipeline/Rendering/A.cs", "using SiteGen.Pipeline.Routing;", null)]
    public void A_reference_upwards_is_found(string path, string code, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], Upwards(new CodeFile(path, code, code)).Select(found => found.Split(": ")[^1]));

    private static IEnumerable<string> Upwards(CodeFile file)
    {
        var project = ProjectOf(file.Path);
        var room = RoomOf(file.Path);
        var floors = s_floors[project];
        var own = Array.FindIndex(floors, rooms => rooms.Contains(room));
        var inFull = Reference().Matches(file.Code).Where(match => match.Groups["project"].Value == project)
            .Select(match => floors.Any(rooms => rooms.Contains(match.Groups["room"].Value)) ? match.Groups["room"].Value : "");
        return inFull.Concat(floors.SelectMany(rooms => rooms).Where(other => NamesTypeOf(file, project, other)))
            .Where(other => other != room && Array.FindIndex(floors, rooms => rooms.Contains(other)) >= own)
            .Distinct()
            .Select(other => $"{file.Path}: {room} -> {other}");
    }

    // Code of a project can name 'Routing.Router', and the types of the project's own folder, without a using.
    private static bool NamesTypeOf(CodeFile file, string project, string room)
    {
        var types = s_types[project].Where(type => type.Room == room).Select(type => type.Name);
        var prefix = room.Length == 0 ? "" : room + @"\.";
        return Regex.IsMatch(file.Code, $@"(?<![\w.]){prefix}({string.Join('|', types)})(?!\w)", RegexOptions.CultureInvariant);
    }

    private static string ProjectOf(string path) => path.Split('/')[1];

    private static string RoomOf(string path) => path.Split('/') is { Length: > 3 } parts ? parts[2] : "";

    [GeneratedRegex(@"(?<!namespace )\b(?<project>SiteGen\.\w+)\.(?<room>\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
