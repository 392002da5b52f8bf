using System.Text.RegularExpressions;

namespace SiteGen.Pipeline.Markdown.Embeds;

/// <summary>The embed shortcodes of other generators, in a line of their own.</summary>
/// <remarks>
/// Hugo: <c>{{&lt; youtube ID &gt;}}</c>; Jekyll's plugins: <c>{% youtube ID %}</c>; WordPress: <c>[youtube URL]</c> and
/// <c>[embed]URL[/embed]</c>. All other braces and brackets are text.
/// </remarks>
internal static partial class EmbedShortcode
{
    private static readonly string[] s_marks = ["{{<", "{{%", "{%", "[youtube", "[vimeo", "[embed", "[gist", "[slideshare"];

    /// <summary>Whether a text may hold one.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> markdown)
    {
        while (markdown.IndexOfAny('{', '[') is >= 0 and var at)
        {
            markdown = markdown[at..];
            foreach (var mark in s_marks)
            {
                if (markdown.StartsWith(mark, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            markdown = markdown[1..];
        }

        return false;
    }

    /// <summary>Reads a line; null when it is not an embed shortcode.</summary>
    public static Embed? Read(string line)
    {
        line = line.Trim();
        if (line.Length > 500)
        {
            return null;
        }

        if (InBrackets().Match(line) is { Success: true } wordpress)
        {
            return Embed.Parse(wordpress.Groups["url"].Value);
        }

        var match = Braces().Match(line) is { Success: true } braces ? braces : Brackets().Match(line);
        if (!match.Success)
        {
            return null;
        }

        var arguments = Argument().Matches(match.Groups["rest"].Value)
            .Select(argument => (argument.Groups["name"].Value, argument.Groups["value"].Value.Trim('"', '\'', '`')))
            .ToArray();
        return Read(match.Groups["kind"].Value, arguments);
    }

    private static Embed? Read(string kind, (string Name, string Value)[] arguments)
    {
        var first = Named("id") ?? Named("url") ?? (arguments is [{ Name: "" } one, ..] ? one.Value : null);
        if (first is null)
        {
            return null;
        }

        if (first.Contains("://", StringComparison.Ordinal))
        {
            return Embed.Parse(first);
        }

        var second = arguments is [_, { Name: "" } two, ..] ? two.Value : null;
        // The second argument is the gist's id, unless it is the name of a file of it.
        var isWholeGist = second is null
            || second.Contains('.', StringComparison.Ordinal)
            || first.Contains('/', StringComparison.Ordinal);
        return Embed.Parse(kind switch
        {
            "youtube" => $"https://www.youtube.com/watch?v={first}{((Named("start") ?? Named("t")) is { } start ? $"&t={start}" : "")}",
            "vimeo" => $"https://vimeo.com/{first}",
            "gist" => $"https://gist.github.com/{(isWholeGist ? first : $"{first}/{second}")}",
            "slideshare" => $"https://www.slideshare.net/slideshow/embed_code/{(first.All(char.IsAsciiDigit) ? first : $"key/{first}")}",
            _ => $"https://x.com/{Named("user") ?? first}/status/{(Named("user") is null ? second : first)}",
        });

        string? Named(string name) => Array.Find(arguments, argument => argument.Name == name).Value;
    }

    [GeneratedRegex(
        @"^\[embed(\s[^\]]*)?\]\s*(?<url>https?://[^\s\[\]]+)\s*\[/embed\]$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex InBrackets();

    [GeneratedRegex(
        @"^(\{\{[<%]|\{%-?)\s*(?<kind>youtube|vimeo|gist|slideshare|tweet|twitter|x)\s+(?<rest>[^{}]+?)\s*(/?[>%]\}\}|-?%\})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Braces();

    [GeneratedRegex(
        @"^\[(?<kind>youtube|vimeo|gist|slideshare)[\s=]\s*(?<rest>[^\[\]]+?)\s*\]$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Brackets();

    [GeneratedRegex(
        "((?<name>[a-z_]+)=(?!//))?(?<value>\"[^\"]*\"|'[^']*'|`[^`]*`|[^\\s\"'`]+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Argument();
}
