using System.Globalization;
using System.Text;
using SiteGen.Templating.Operators;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Nodes;

/// <summary><c>tablerow v in list cols:n … end</c>: a loop that prints rows and cells around its items.</summary>
internal sealed record TableRowStatement(TextSpan Span, Expression Variable, LoopSource Source, Statement Body) : Statement(Span)
{
    public override Flow Render(RenderContext context)
    {
        if (Source.Items(context) is not { } items)
        {
            return Flow.Next;
        }

        var window = Source.Window(context, items.Count);
        var columns = Source.ColumnCount(context);
        var state = new LoopState(window.Length, columns);
        var variable = new LoopVariableScope(context, "tablerow", state, Variable);
        context.Output.Write(context, "<tr class=\"row1\">"u8);
        var flow = Flow.Next;
        var previous = Value.Nil;
        for (var i = 0; i < window.Length && flow is Flow.Next or Flow.Continue; i++)
        {
            var at = window.Start + (i * window.Step);
            var item = at >= 0 && at < items.Count ? items[at] : Value.Nil;
            context.Budget.Iterate(context, Span);
            state.Index = i;
            state.IsChanged = i == 0 || !Comparison.AreSame(context, previous, item);
            variable.Set(item);
            previous = item;
            flow = Cell(context, i, columns);
        }

        context.Output.Write(context, "</tr>\n"u8);
        variable.Close();
        return flow == Flow.Return ? flow : Flow.Next;
    }

    private Flow Cell(RenderContext context, int index, int columns)
    {
        var column = (index % columns) + 1;
        if (column == 1 && index > 0)
        {
            context.Output.Write(context, "</tr>\n"u8);
            WriteOpening(context, "<tr class=\"row", (index / columns) + 1);
        }

        WriteOpening(context, "<td class=\"col", column);
        var flow = Body.Render(context);
        context.Output.Write(context, "</td>"u8);
        return flow;
    }

    private static void WriteOpening(RenderContext context, string tag, int number) =>
        context.Output.Write(context, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{tag}{number}\">")));
}
