using System.Text;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;

namespace SiteGen.Templating.Library;

/// <summary>Converts patterns of <c>%</c> codes to .NET patterns for parsing dates.</summary>
internal static class DatePattern
{
    public static string ToExact(RenderContext context, string pattern, int argument)
    {
        var exact = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length)
            {
                exact.Append(char.IsWhiteSpace(pattern[i]) ? "" : "\\").Append(pattern[i]);
                continue;
            }

            var code = pattern[++i];
            var format = Of(code);
            if (format is null)
            {
                context.FailArgument(argument, FunctionMessages.UnreadableDateCode(code));
            }

            exact.Append(format);
        }

        // A single letter would select a standard format.
        return exact.Length == 1 ? $"%{exact}" : exact.ToString();
    }

    private static string? Of(char code) => code switch
    {
        'a' => "ddd",
        'A' => "dddd",
        'b' or 'h' => "MMM",
        'B' => "MMMM",
        'c' => "ddd MMM dd HH\\:mm\\:ss yyyy",
        'd' => "dd",
        'D' => "MM\\/dd\\/yy",
        'e' => "%d",
        'F' => "yyyy\\-MM\\-dd",
        'g' => "",
        'H' => "HH",
        'I' => "hh",
        'k' => "%H",
        'l' => "%h",
        'L' => "fff",
        'm' => "MM",
        'M' => "mm",
        'N' => "fffffff",
        'p' or 'P' => "tt",
        'r' => "hh\\:mm\\:ss tt",
        'R' => "HH\\:mm",
        'S' => "ss",
        'T' or 'X' => "HH\\:mm\\:ss",
        'x' => "MM\\/dd\\/yyyy",
        'y' => "yy",
        'Y' => "yyyy",
        'Z' => "zzz",
        _ => null,
    };
}
