using SiteGen.Testing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>What authors get wrong, each in a small site, and all that the terminal says of it.</summary>
public sealed class MistakeTests
{
    public static TheoryData<string> Files { get; } =
        [.. Repository.Files("tests/SiteGen.Pipeline.Tests/Cases/mistakes").Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_mistake_is_told_once_with_its_place_and_its_cure(string file) =>
        Cases.Sites($"SiteGen.Pipeline.Tests/Cases/mistakes/{file}", "says", Said);

    // Notes are shown only to those who ask for more.
    private static string Said(string archive)
    {
        using var site = TestSite.From(archive).Build();
        return string.Concat(site.Diagnostics
            .Where(problem => problem.Severity > DiagnosticSeverity.Note)
            .Select(problem => problem.ToText()));
    }
}
