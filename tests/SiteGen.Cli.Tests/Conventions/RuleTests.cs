using System.Text.RegularExpressions;
using SiteGen.Testing;

namespace SiteGen.Cli.Tests.Conventions;

/// <summary>Every kind of problem has a code, a name, a test, and a line in the documentation.</summary>
public sealed partial class RuleTests
{
    // Read from the sources, so that no project can keep a rule to itself.
    private static readonly Rule[] s_rules = [.. CodeFile.Program.SelectMany(file => Declaration().Matches(file.Text)
        .Select(match => new Rule(file.Path, match.Groups["field"].Value, match.Groups["code"].Value, match.Groups["name"].Value,
            match.Groups["severity"].Value.ToLowerInvariant(), Regex.Unescape(match.Groups["summary"].Value))))];

    [Fact]
    public void Every_rule_has_a_code_of_its_own_in_ascending_order()
    {
        Assert.NotEmpty(s_rules);
        Assert.All(s_rules, rule => Assert.Matches(@"^SG\d{4}$", rule.Code));
        Assert.Equal(s_rules.Length, s_rules.DistinctBy(rule => rule.Code).Count());
        Assert.All(
            s_rules.GroupBy(rule => rule.Path),
            project => Assert.Equal(project.Select(rule => rule.Code).Order(StringComparer.Ordinal), project.Select(rule => rule.Code)));
    }

    [Fact]
    public void Every_rule_has_a_name_of_its_own_in_kebab_case()
    {
        Assert.All(s_rules, rule => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", rule.Name));
        Assert.Equal(s_rules.Length, s_rules.DistinctBy(rule => rule.Name).Count());
    }

    [Fact]
    public void The_rules_of_a_project_stand_in_one_class() =>
        Assert.All(
            s_rules.GroupBy(rule => rule.Path.Split('/')[1]),
            project => Assert.Single(project.DistinctBy(rule => Path.GetFileName(rule.Path).Split('.')[0])));

    [Fact]
    public void The_list_of_the_pipeline_s_rules_is_complete() =>
        Assert.Equal(
            s_rules.Where(rule => rule.Path.StartsWith("src/SiteGen.Pipeline/", StringComparison.Ordinal)).Select(rule => rule.Code),
            Pipeline.Rules.SiteRules.All.Select(rule => rule.Code));

    [Fact]
    public void Every_rule_is_reported_somewhere()
    {
        var tables = s_rules.Select(rule => rule.Path).ToHashSet(StringComparer.Ordinal);
        Assert.All(
            s_rules,
            rule => Assert.Contains(
                CodeFile.Program, file => !tables.Contains(file.Path) && Words.Of(rule.Field).IsMatch(file.Code.Replace('.', ' '))));
    }

    [Fact]
    public void Every_rule_has_a_case()
    {
        var tests = string.Concat(Repository.Files("tests")
            .Where(path => Path.GetExtension(path) is ".cs" or ".txt" or ".md")
            .Select(Repository.Read));
        Assert.All(s_rules, rule => Assert.Contains(rule.Code, tests, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_rule_stands_in_the_table_of_diagnostics()
    {
        var table = Repository.Read("src/README.md")
            .Split("## Diagnostics")[1]
            .Split('\n')
            .Where(line => line.StartsWith("| SG", StringComparison.Ordinal));
        Assert.Equal(
            s_rules.OrderBy(rule => rule.Code, StringComparer.Ordinal)
                .Select(rule => $"| {rule.Code} | `{rule.Name}` | {rule.Severity} | {rule.Summary} |"),
            table);
    }

    [GeneratedRegex(
        """DiagnosticRule (?<field>\w+)\s*=\s*DiagnosticRule\.(?<severity>Error|Warning|Note)\(\s*"""
        + """\x22(?<code>[^"]+)",\s*"(?<name>[^"]+)",\s*"(?<summary>([^"\\]|\\.)+)",""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();

    private sealed record Rule(string Path, string Field, string Code, string Name, string Severity, string Summary);
}
