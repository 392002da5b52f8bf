using System.Text.RegularExpressions;
using System.Xml.Linq;
using SiteGen.Testing;

namespace SiteGen.Cli.Tests.Conventions;

/// <summary>The house: five projects in a straight line, and where packages enter.</summary>
public sealed class ProjectTests
{
    // Each project and what it may refer to: project and package, nothing else.
    private static readonly Dictionary<string, (string[] Projects, string[] Packages)> s_allowed = new()
    {
        ["SiteGen.Text"] = ([], ["System.IO.Hashing"]),
        ["SiteGen.Templating"] = (["SiteGen.Text"], ["Scriban.Signed"]),
        ["SiteGen.Pipeline"] = (["SiteGen.Templating"], ["Markdig", "NetVips", "YamlDotNet"]),
        ["SiteGen.Server"] = (["SiteGen.Pipeline"], []),
        ["SiteGen.Cli"] = (["SiteGen.Server"], ["QRCoder", "System.CommandLine"]),
    };

    [Fact]
    public void Every_project_refers_only_to_its_left_neighbour()
    {
        Assert.All(
            Projects(),
            project => Assert.Equal(
                s_allowed[project.Name].Projects,
                project.References("ProjectReference").Select(Path.GetFileNameWithoutExtension)));
        Assert.Equal(s_allowed.Keys.Order(), Projects().Select(project => project.Name).Order());
    }

    [Fact]
    public void Every_package_enters_in_one_project() =>
        Assert.All(Projects(), project => Assert.Equal(s_allowed[project.Name].Packages, project.References("PackageReference").Order()));

    [Fact]
    public void Markdig_is_used_in_the_Markdown_folder_only() =>
        AssertUsedOnlyIn("Markdig", path => path.StartsWith("src/SiteGen.Pipeline/Markdown/", StringComparison.Ordinal));

    [Fact]
    public void Scriban_is_used_to_parse_templates_and_for_some_functions_only() =>
        AssertUsedOnlyIn(
            "Scriban",
            path => path.StartsWith("src/SiteGen.Templating/Binding/", StringComparison.Ordinal)
                || path.StartsWith("src/SiteGen.Templating/Library/", StringComparison.Ordinal));

    [Fact]
    public void YamlDotNet_is_used_in_one_file_only() =>
        AssertUsedOnlyIn("YamlDotNet", path => path == "src/SiteGen.Pipeline/Yaml/YamlReader.cs");

    [Fact]
    public void NetVips_is_used_in_the_ImageProcessing_folder_only() =>
        AssertUsedOnlyIn("NetVips", path => path.StartsWith("src/SiteGen.Pipeline/ImageProcessing/", StringComparison.Ordinal));

    [Fact]
    public void The_hash_function_is_used_in_one_file_only() =>
        AssertUsedOnlyIn("System.IO.Hashing", path => path == "src/SiteGen.Text/Fingerprint.cs");

    [Fact]
    public void QRCoder_is_used_in_one_file_only() =>
        AssertUsedOnlyIn("QRCoder", path => path == "src/SiteGen.Cli/Terminal/QrPicture.cs");

    [Fact]
    public void The_command_line_package_is_used_in_the_program_only() =>
        AssertUsedOnlyIn("System.CommandLine", path => path.StartsWith("src/SiteGen.Cli/", StringComparison.Ordinal));

    [Fact]
    public void Law_11_no_project_names_one_to_its_right()
    {
        string[] line = [.. s_allowed.Keys];
        var wrong = CodeFile.Program.SelectMany(file =>
        {
            var place = Array.FindIndex(line, name => file.Path.StartsWith($"src/{name}/", StringComparison.Ordinal));
            return line[(place + 1)..].SelectMany(name => file.Find(Words.Of(name)));
        });
        Assert.Empty(wrong);
    }

    private static void AssertUsedOnlyIn(string package, Func<string, bool> mayUse)
    {
        var users = CodeFile.Program.Where(file => file.Find(UseOf(package)).Any()).Select(file => file.Path).ToArray();
        Assert.NotEmpty(users);
        Assert.All(users, path => Assert.True(mayUse(path), path));
    }

    private static Regex UseOf(string package) =>
        new($@"\busing (?:\w+ = )?{Regex.Escape(package)}\b", RegexOptions.CultureInvariant);

    private static IEnumerable<Project> Projects() => Repository.Files("src")
        .Where(path => path.EndsWith(".csproj", StringComparison.Ordinal))
        .Select(path => new Project(Path.GetFileNameWithoutExtension(path), XDocument.Parse(Repository.Read(path))));

    private sealed record Project(string Name, XDocument File)
    {
        public IEnumerable<string> References(string kind) =>
            File.Descendants(kind)
                .Select(reference => (string?)reference.Attribute("Include") ?? "")
                .Select(path => path.Replace('\\', '/'));
    }
}
