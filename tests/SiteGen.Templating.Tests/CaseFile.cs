namespace SiteGen.Templating.Tests;

/// <summary>One case of a case file: a source, and the output or the problems it must have.</summary>
internal sealed record CaseText(string Name, string Source, string? Output, string? Problems);

/// <summary>Reads case files: <c>--- name</c>, the source, <c>--- output</c>, <c>--- problems</c>.</summary>
internal static class CaseFile
{
    public static string TextOf(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", name)).ReplaceLineEndings("\n");

    public static IEnumerable<CaseText> Read(string name)
    {
        var text = TextOf(name);
        CaseText? current = null;
        foreach (var part in ("\n" + text).Split("\n--- ").Skip(1))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            var (title, body) = end < 0 ? (part, "") : (part[..end], part[(end + 1)..].TrimEnd('\n'));
            switch (title)
            {
                case "output":
                    current = current! with { Output = body };
                    break;
                case "problems":
                    current = current! with { Problems = body };
                    break;
                default:
                    if (current is not null)
                    {
                        yield return current;
                    }

                    current = new CaseText(title, body, null, null);
                    break;
            }
        }

        if (current is not null)
        {
            yield return current;
        }
    }
}
