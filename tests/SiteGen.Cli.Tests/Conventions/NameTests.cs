using System.Text.RegularExpressions;

namespace SiteGen.Cli.Tests.Conventions;

/// <summary>The words that the code uses, and those it does not.</summary>
public sealed partial class NameTests
{
    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Assert.Empty(CodeFile.All.SelectMany(file => file.Find(Vague())));

    [Fact]
    public void Nothing_is_left_to_do() =>
        Assert.Empty(CodeFile.All.SelectMany(file => (file with { Code = file.Text }).Find(Unfinished())));

    [Fact]
    public void Every_file_is_named_for_a_type_in_it() =>
        Assert.Empty(CodeFile.Program.Where(file => !Words.Of(NameOf(file.Path)).IsMatch(file.Code)).Select(file => file.Path));

    [Fact]
    public void Every_namespace_is_its_folder() =>
        Assert.Empty(CodeFile.All.Where(file => !file.Code.Contains($"namespace {NamespaceOf(file.Path)};", StringComparison.Ordinal)
            && file.Code.Contains("namespace ", StringComparison.Ordinal)).Select(file => file.Path));

    private static string NameOf(string path) => Path.GetFileName(path).Split('.')[0];

    private static string NamespaceOf(string path) => string.Join('.', path.Split('/')[1..^1]);

    [GeneratedRegex(
        @"\b(class|record|struct|interface|enum)\s+\w*(Manager|Helpers?|Utils?|Utilities|Service|Processor)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Vague();

    // Spelt in pieces: this file is searched too.
    [GeneratedRegex(@"\b(TO" + "DO|FIX" + "ME|HA" + @"CK)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Unfinished();
}
