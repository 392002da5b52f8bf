using SiteGen.Testing;

namespace SiteGen.Text.Tests;

public sealed class DiagnosticTests
{
    private static readonly DiagnosticRule s_rule = DiagnosticRule.Warning("SG0001", "test", "A test.", "Pass it.");

    [Fact]
    public void A_problem_is_shown_with_its_line_a_caret_notes_and_a_hint() =>
        Snapshot.Match(string.Concat(Examples().Select(problem => problem.ToText() + "\n")), "SiteGen.Text.Tests/Cases/diagnostics.txt");

    [Theory]
    [InlineData("", 0, 0, "sitegen: warning SG0001: m")]
    [InlineData("a.md", 0, 0, "a.md: warning SG0001: m")]
    [InlineData("a.md", 3, 7, "a.md(3,7): warning SG0001: m")]
    public void A_line_has_the_shape_that_editors_understand(string path, int line, int column, string expected) =>
        Assert.Equal(expected, (Diagnostic.InFile(s_rule, path, "m", null) with { Start = new LinePosition(line, column) }).ToLine());

    [Fact]
    public void Problems_are_ordered_by_file_place_code_and_message()
    {
        Diagnostic[] ordered =
        [
            At("a.md", 2, 1, "b"), At("a.md", 2, 3, "a"), At("a.md", 2, 3, "b"), At("a.md", 10, 1, "a"), At("b.md", 1, 1, "a")
        ];
        var shuffled = ordered.Reverse().ToList();
        shuffled.Sort(Diagnostic.Compare);
        Assert.Equal(ordered, shuffled);
    }

    [Theory]
    [InlineData(DiagnosticSeverity.Note, "note", false)]
    [InlineData(DiagnosticSeverity.Warning, "warning", false)]
    [InlineData(DiagnosticSeverity.Error, "error", true)]
    public void A_raised_problem_says_what_it_weighs(DiagnosticSeverity severity, string name, bool isError)
    {
        var problem = Diagnostic.InFile(s_rule, "a.md", "m", null) with { Severity = severity };
        Assert.Equal($"a.md: {name} SG0001: m", problem.ToString());
        Assert.Equal(isError, problem.IsError);
    }

    private static IEnumerable<Diagnostic> Examples()
    {
        yield return Diagnostic.InFile(s_rule, "posts/whole.md", "a whole file", null);
        yield return Diagnostic.InFile(s_rule, "", "no file", "with a hint");
        yield return On("dat: 2026-03-05", 1, 4, "a word");
        yield return On("\t\tx: \ty", 6, 7, "behind tabs");
        yield return On("title: a", 9, 9, "the end of a line");
        yield return On("a", 40, 50, "behind the end of a line");
        yield return On(new string('a', 70) + "BBB" + new string('c', 200), 71, 74, "near the start of a long line");
        yield return On(new string('a', 300) + "BBB" + new string('c', 200), 301, 304, "in the middle of a long line");
        yield return On(new string('a', 300), 1, 301, "all of a long line");
        yield return On("€ 😀 x", 6, 7, "behind wide characters");
        yield return On("a\u001B[31mb\u009Bc\u202E\r\u007F d", 10, 13, "behind and on what a terminal obeys \u001B[2J\u0000\n") with
        {
            Path = "posts/a\u202Edm.b\n.md",
            Hint = "write \u0007",
            Notes = [new DiagnosticNote("b\u0085.md", LinePosition.None, "\u2066x")],
        };
        yield return On("one", 2, 1, "up to another line") with { End = new LinePosition(9, 2) };
        yield return On("slug: a", 7, 8, "with notes") with
        {
            Hint = "rename one",
            Notes =
            [
                new DiagnosticNote("posts/b.md", new LinePosition(3, 7), "is also 'a'"),
                new DiagnosticNote("posts/c.md", LinePosition.None, "too")
            ],
        };
    }

    private static Diagnostic On(string line, int start, int end, string message) =>
        new(s_rule, "posts/a.md", new LinePosition(3, start), new LinePosition(3, end), line, message, null, []);

    private static Diagnostic At(string path, int line, int column, string message) =>
        Diagnostic.InFile(s_rule, path, message, null) with { Start = new LinePosition(line, column) };
}
