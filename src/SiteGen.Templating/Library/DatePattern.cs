using System.Text;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;

namespace SiteGen.Templating.Library;

/// <summary>Converts patterns of <c>%</c> codes to .NET patterns for parsing dates.</summary>
/// <remarks>A number of two digits may be written with one, as in strptime of POSIX.</remarks>
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
        'c' => "ddd MMM d H\\:m\\:s yyyy",
        'd' or 'e' => "%d",
        'D' => "M\\/d\\/yy",
        'F' => "yyyy\\-M\\-d",
        'g' => "",
        'H' or 'k' => "%H",
        'I' or 'l' => "%h",
        'L' => "fff",
        'm' => "%M",
        'M' => "%m",
        'N' => "fffffff",
        'p' or 'P' => "tt",
        'r' => "h\\:m\\:s tt",
        'R' => "H\\:m",
        'S' => "%s",
        'T' or 'X' => "H\\:m\\:s",
        'x' => "M\\/d\\/yyyy",
        'y' => "yy",
        'Y' => "yyyy",
        'Z' => "zzz",
        _ => null,
    };
}
