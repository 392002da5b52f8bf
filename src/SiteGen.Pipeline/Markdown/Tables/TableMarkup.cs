using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SiteGen.Pipeline.Markdown.Tables;

/// <summary>Adjusts parsed tables to a content security policy, to keyboards and to GFM.</summary>
internal static class TableMarkup
{
    /// <summary>Adjusts one table.</summary>
    public static void Adjust(Table table)
    {
        AlignByClass(table);
        // A wide table scrolls: without a mouse only where the focus can go (WCAG 2.1.1).
        table.GetAttributes().AddProperty("tabindex", "0");
        UnescapePipes(table);
    }

    // A style attribute would be blocked by the content security policy that sites should have.
    private static void AlignByClass(Table table)
    {
        var columns = table.ColumnDefinitions;
        foreach (var row in table.OfType<TableRow>())
        {
            for (var i = 0; i < row.Count && i < columns.Count; i++)
            {
                if (columns[i].Alignment is { } alignment)
                {
                    row[i].GetAttributes().AddClass($"align-{alignment.ToString().ToLowerInvariant()}");
                }
            }
        }

        foreach (var column in columns)
        {
            column.Alignment = null;
        }
    }

    // A pipe in a cell is escaped even in code, and the backslash is not part of the code (GFM, "Tables", example 200).
    private static void UnescapePipes(Table table)
    {
        foreach (var code in ((MarkdownObject)table).Descendants<CodeInline>())
        {
            code.Content = code.Content.Replace("\\|", "|", StringComparison.Ordinal);
        }
    }
}
