using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace SiteGen.Pipeline.Loading;

/// <summary>A pattern of file names or paths, with the signs of a shell.</summary>
/// <remarks>
/// <c>*</c> and <c>?</c> stand for characters other than <c>/</c>, <c>**</c> for any folders, <c>[a-z]</c> for one of several characters,
/// <c>{a,b}</c> for one of several texts. A pattern without <c>/</c> matches a name in any folder, another the path from the site's
/// folder.
/// </remarks>
[DebuggerDisplay("{Pattern,nq}")]
internal sealed class Glob
{
    private readonly bool _isPath;
    private readonly string? _prefix;
    private readonly string? _suffix;
    private readonly Regex? _regex;

    /// <summary>A pattern as it is written.</summary>
    public Glob(string pattern)
    {
        Pattern = pattern;
        var text = pattern.Trim('/');
        _isPath = pattern.TrimEnd('/').Contains('/', StringComparison.Ordinal);
        var star = text.IndexOf('*', StringComparison.Ordinal);
        if (!_isPath && text.AsSpan().IndexOfAny("?[{") < 0 && text.LastIndexOf('*') == star)
        {
            (_prefix, _suffix) = star < 0 ? (text, null) : (text[..star], text[(star + 1)..]);
            return;
        }

        _regex = new Regex(RegexOf(text), RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(1));
    }

    /// <summary>The pattern as it was written.</summary>
    public string Pattern { get; }

    /// <summary>Whether the pattern matches a file or a folder.</summary>
    /// <param name="path">The path from the site's folder.</param>
    /// <param name="name">Its last segment.</param>
    public bool Matches(string path, string name)
    {
        if (_regex is not null)
        {
            return _regex.IsMatch(_isPath ? path : name);
        }

        return _suffix is null
            ? name == _prefix
            : name.Length >= _prefix!.Length + _suffix.Length
                && name.StartsWith(_prefix, StringComparison.Ordinal)
                && name.EndsWith(_suffix, StringComparison.Ordinal);
    }

    private static string RegexOf(string glob)
    {
        var regex = new StringBuilder("^");
        var depth = 0;
        for (var i = 0; i < glob.Length;)
        {
            i += AppendSign(regex, glob, i, ref depth);
        }

        return regex.Append(')', depth).Append('$').ToString();
    }

    // Appends what one sign means, and returns its length.
    private static int AppendSign(StringBuilder regex, string glob, int at, ref int depth)
    {
        var (length, text) = glob.AsSpan(at) switch
        {
            ['*', '*', '/', ..] => (3, "(?:.*/)?"),
            ['*', '*', ..] => (2, ".*"),
            ['*', ..] => (1, "[^/]*"),
            ['?', ..] => (1, "[^/]"),
            ['[', _, .. var rest] when rest.IndexOf(']') is >= 0 and var end => (end + 3, SetOf(glob.Substring(at + 1, end + 1))),
            ['{', ..] when glob.IndexOf('}', at) > 0 => (1, "(?:"),
            [',', ..] when depth > 0 => (1, "|"),
            ['}', ..] when depth > 0 => (1, ")"),
            _ => (1, Regex.Escape(glob[at].ToString())),
        };
        depth += text == "(?:" ? 1 : text == ")" ? -1 : 0;
        regex.Append(text);
        return length;
    }

    private static string SetOf(string signs)
    {
        var set = signs.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);
        return set[0] is '!' or '^' ? $"[^/{set[1..]}]" : $"[{set}]";
    }
}
