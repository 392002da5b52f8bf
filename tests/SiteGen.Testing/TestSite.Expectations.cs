using SiteGen.Text;
using Xunit;

namespace SiteGen.Testing;

/// <content>What a test says should have come out.</content>
public sealed partial class TestSite
{
    /// <summary>A file of the output is there and holds these texts.</summary>
    public TestSite Has(string outPath, params string[] texts)
    {
        var output = Output(outPath);
        foreach (var text in texts)
        {
            Assert.Contains(text.ReplaceLineEndings("\n"), output, StringComparison.Ordinal);
        }

        return this;
    }

    /// <summary>A file of the output holds exactly this text.</summary>
    public TestSite Is(string outPath, string text)
    {
        Assert.Equal(text.ReplaceLineEndings("\n"), Output(outPath));
        return this;
    }

    /// <summary>There is no such file in the output.</summary>
    public TestSite HasNot(string outPath)
    {
        Assert.False(File.Exists(Path.Combine(OutputFolder, outPath)), $"there is {outPath}");
        return this;
    }

    /// <summary>A file of the output is there and does not hold this text.</summary>
    public TestSite Lacks(string outPath, string text)
    {
        Assert.DoesNotContain(text, Output(outPath), StringComparison.Ordinal);
        return this;
    }

    /// <summary>The output consists of exactly these files, and the program's own manifest.</summary>
    public TestSite Files(params string[] outPaths)
    {
        var files = TempFolder.Contents(OutputFolder).Keys.Where(path => path != ".sitegen-manifest");
        return AreAlike(outPaths.Order(StringComparer.Ordinal), files);
    }

    /// <summary>The last build rendered exactly these outputs.</summary>
    public TestSite Rendered(params string[] outPaths)
    {
        return AreAlike(outPaths.Order(StringComparer.Ordinal), Result.Rendered.Order(StringComparer.Ordinal));
    }

    /// <summary>The last build rendered so many outputs.</summary>
    public TestSite Rendered(int count)
    {
        Assert.True(count == Result.Rendered.Length, $"rendered: {string.Join(", ", Result.Rendered)}");
        return this;
    }

    /// <summary>The last build's warnings and errors are exactly these lines, in this order.</summary>
    public TestSite Problems(params string[] lines)
    {
        return AreAlike(
            lines,
            Diagnostics.Where(problem => problem.Severity > DiagnosticSeverity.Note).Select(problem => problem.ToLine()));
    }

    /// <summary>The last build's notes are exactly these lines, in this order.</summary>
    public TestSite Notes(params string[] lines)
    {
        return AreAlike(
            lines,
            Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Note).Select(problem => problem.ToLine()));
    }

    /// <summary>The last build had so many warnings and errors.</summary>
    public TestSite ProblemCount(int count)
    {
        var problems = Diagnostics.Where(problem => problem.Severity > DiagnosticSeverity.Note)
            .Select(problem => problem.ToLine())
            .ToArray();
        Assert.True(count == problems.Length, $"problems: {string.Join('\n', problems)}");
        return this;
    }

    /// <summary>The last build created, replaced and removed so many files.</summary>
    public TestSite Changes(int created, int replaced, int removed)
    {
        Assert.Equal(new Pipeline.Writing.OutputChanges(created, replaced, removed), Result.Changes);
        return this;
    }

    /// <summary>The last build wrote nothing because of what was wrong.</summary>
    public TestSite WasHeld()
    {
        Assert.Null(Result.Changes);
        return this;
    }

    /// <summary>Whether there is a folder of unfinished outputs.</summary>
    public bool HasStaging => Directory.Exists(Full(".sitegen")) && Directory.EnumerateDirectories(Full(".sitegen"), "build-*").Any();

    /// <summary>The text of a file of the output.</summary>
    public string Output(string outPath)
    {
        var full = Path.Combine(OutputFolder, outPath);
        Assert.True(File.Exists(full), $"there is no {outPath} among {string.Join(", ", TempFolder.Contents(OutputFolder).Keys)}");
        return File.ReadAllText(full);
    }

    // In full: a list cut short says nothing about the line that differs.
    private TestSite AreAlike(IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (wanted, found) = (string.Join('\n', expected), string.Join('\n', actual));
        Assert.True(wanted == found, $"expected:\n{wanted}\nfound:\n{found}");
        return this;
    }
}
