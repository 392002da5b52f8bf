using System.Text;

namespace SiteGen.Text.Tests;

public sealed class SourceTextTests
{
    private static readonly DiagnosticRule s_rule = DiagnosticRule.Warning("SG0001", "test", "A test.", "Pass it.");

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_text() =>
        Assert.Equal("ab", Encoding.UTF8.GetString(new SourceText("a.md", Encoding.UTF8.GetBytes("\uFEFFab")).Bytes.Span));

    [Fact]
    public void A_problem_keeps_the_line_it_points_at()
    {
        var problem = new SourceText(
            "posts/a.md", Encoding.UTF8.GetBytes("one\ntwo three\n")).Report(s_rule, new TextSpan(8, 5), "three is odd", null);
        Assert.Equal("posts/a.md(2,5): warning SG0001: three is odd", problem.ToLine());
        Assert.Equal("two three", problem.LineText);
        Assert.Equal(new LinePosition(2, 10), problem.End);
    }

    [Fact]
    public void Spans_join_to_the_smallest_that_holds_both() =>
        Assert.Equal(TextSpan.Between(2, 9), new TextSpan(6, 3).To(new TextSpan(2, 1)));
}
