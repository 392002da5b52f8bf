using System.Text.RegularExpressions;
using SiteGen.Testing;

namespace SiteGen.Cli.Tests.Conventions;

/// <summary>The map of the code is true.</summary>
public sealed partial class LawTests
{
    [Fact]
    public void Every_law_of_the_map_names_tests_that_exist()
    {
        var laws = Repository.Read("src/README.md").Split("## The laws")[1].Split("\n## ")[0];
        var names = TestName().Matches(laws).Select(match => match.Groups[1].Value).ToArray();
        var tests = string.Concat(CodeFile.All.Where(file => file.Path.StartsWith("tests/", StringComparison.Ordinal))
            .Select(file => file.Code));
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Contains($" {name}(", tests, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_law_has_a_test_that_names_it()
    {
        var tests = string.Concat(CodeFile.All.Where(file => file.Path.StartsWith("tests/", StringComparison.Ordinal))
            .Select(file => file.Code));
        Assert.All(Enumerable.Range(1, 14), law => Assert.Contains($" Law_{law}_", tests, StringComparison.Ordinal));
    }

    [GeneratedRegex("`([A-Z]\\w*_\\w+)`", RegexOptions.CultureInvariant)]
    private static partial Regex TestName();
}
