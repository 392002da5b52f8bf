using System.Text.RegularExpressions;
using SiteGen.Testing;

namespace SiteGen.Cli.Tests.Conventions;

/// <summary>What newcomers read first is true, and nothing of the machine it was written on has come along.</summary>
public sealed partial class RepositoryTests
{
    [Fact]
    public void Every_command_of_CI_is_a_verb_and_is_documented()
    {
        var commands = Repository.Read(".ci/run").Split('\n').Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(commands);
        var verbs = Repository.Read("build.ps1");
        var documents = Repository.Read("README.md") + Repository.Read("CONTRIBUTING.md");
        Assert.All(commands, command => Assert.Contains($"        {command}\n", verbs, StringComparison.Ordinal));
        Assert.All(commands, command => Assert.Contains($"\n{command}\n", documents, StringComparison.Ordinal));
    }

    [Fact]
    public void The_quick_tests_are_a_verb_and_documented_and_CI_runs_all()
    {
        const string Quick = "dotnet test SiteGen.sln --filter \"Speed!=Slow\"";
        Assert.All(
            (string[])["build.ps1", "CONTRIBUTING.md", "tests/README.md"],
            path => Assert.Contains(Quick, Repository.Read(path), StringComparison.Ordinal));
        Assert.DoesNotContain("--filter", Repository.Read(".ci/run"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_file_names_a_package_registry_or_a_path_of_one_machine()
    {
        var found = TextFiles().SelectMany(path => Repository.Read(path).Split('\n')
            .Select((line, index) => (line, index))
            .Where(at => Machine().IsMatch(at.line))
            .Select(at => $"{path}:{at.index + 1}: {at.line.Trim()}"));
        Assert.Empty(found);
    }

    [Fact]
    public void Every_link_between_documents_leads_somewhere()
    {
        var broken = Repository.Files(".").Where(path => path.EndsWith(".md", StringComparison.Ordinal)
            && !path.StartsWith("posts/", StringComparison.Ordinal)
            && !path.StartsWith("pages/", StringComparison.Ordinal))
            .SelectMany(path => Link().Matches(Repository.Read(path)).Select(match => match.Groups[1].Value.Split('#')[0])
                .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal))
                .Where(target => !Path.Exists(Path.Combine(Path.GetDirectoryName(Repository.PathOf(path)) ?? "", target)))
                .Select(target => $"{path}: {target}"));
        Assert.Empty(broken);
    }

    [Fact]
    public void Text_is_UTF_8_with_plain_line_ends() =>
        Assert.All(TextFiles(), path =>
        {
            var bytes = File.ReadAllBytes(Repository.PathOf(path));
            Assert.True(
                System.Text.Unicode.Utf8.IsValid(bytes) && !bytes.AsSpan().Contains((byte)'\r') && !bytes.AsSpan().StartsWith("\uFEFF"u8),
                path);
        });

    private static IEnumerable<string> TextFiles() =>
        Repository.Files(".").Where(path => Path.GetExtension(path) is not (".sln" or ".png" or ".jpg"
            or ".gif" or ".webp" or ".avif" or ".ico" or ".woff2"));

    // Spelt in pieces: this file is searched too.
    [GeneratedRegex(
        @"nuget\." + @"org|registry\." + @"npmjs|pypi\." + @"org|(?<![\w.-])/(ho" + "me|ro" + "ot|wo" + @"rk)/\w|\b[A-Z]:\\Use" + "rs",
        RegexOptions.CultureInvariant)]
    private static partial Regex Machine();

    [GeneratedRegex(@"\]\(([^)\s]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
