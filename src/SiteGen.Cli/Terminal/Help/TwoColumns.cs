using System.Collections.Immutable;
using System.Text;

namespace SiteGen.Cli.Terminal.Help;

/// <summary>Names with their descriptions beside them, wrapped at a width.</summary>
/// <param name="width">The number of columns of the page.</param>
internal sealed class TwoColumns(int width)
{
    private const int Indent = 2;
    private const int Gap = 2;
    private const int WidestName = 34;
    private const int NarrowestText = 24;

    private readonly StringBuilder _page = new();

    /// <summary>Adds a paragraph.</summary>
    public void Add(string paragraph)
    {
        foreach (var line in Wrap(paragraph, width))
        {
            _page.Append(line).Append('\n');
        }
    }

    /// <summary>Adds a heading with an empty line above it.</summary>
    public void AddHeading(string heading) => _page.Append('\n').Append(heading).Append(":\n");

    /// <summary>Adds an indented line that is not wrapped, so that it can be copied.</summary>
    public void AddLine(string line) => _page.Append(' ', Indent).Append(line).Append('\n');

    /// <summary>Adds names and their descriptions; all descriptions begin in one column.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="column">Where descriptions begin, as <see cref="ColumnFor"/> says.</param>
    public void Add(IEnumerable<(string Name, string Text)> rows, int column)
    {
        foreach (var (name, text) in rows)
        {
            _page.Append(' ', Indent).Append(name);
            var at = Indent + name.Length;
            if (at + Gap > column)
            {
                _page.Append('\n');
                at = 0;
            }

            foreach (var line in Wrap(text, width - column))
            {
                _page.Append(' ', column - at).Append(line).Append('\n');
                at = 0;
            }
        }
    }

    /// <summary>The column in which the descriptions of these names begin: after the longest name that is not too long.</summary>
    public int ColumnFor(IEnumerable<string> names)
    {
        var longest = names.Where(name => name.Length <= WidestName).Select(name => name.Length).DefaultIfEmpty(0).Max();
        return Math.Max(Indent + Gap, Math.Min(Indent + longest + Gap, width - NarrowestText));
    }

    /// <inheritdoc/>
    public override string ToString() => _page.ToString();

    /// <summary>The lines of a text that is wrapped between words; a word that is too long has a line of its own.</summary>
    public static ImmutableArray<string> Wrap(string text, int width)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        lines.Add(line.ToString());
        return lines.ToImmutable();
    }
}
