using System.Text.RegularExpressions;
using SiteGen.Templating.Rules;

namespace SiteGen.Templating.Running;

/// <summary>The regular expressions of one context, parsed once, and the time they take.</summary>
internal sealed class RegexCache(TimeSpan timeout)
{
    private const int Most = 100;

    private readonly TimeSpan _timeout = timeout > TimeSpan.Zero ? timeout : Regex.InfiniteMatchTimeout;
    private readonly Dictionary<(string Pattern, RegexOptions Options), Regex> _known = [];
    private TimeSpan _spent;

    /// <summary>A new page has all the time again.</summary>
    public void Reset() => _spent = TimeSpan.Zero;

    public Regex Find(RenderContext context, string pattern, string letters)
    {
        var options = RegexOptions.CultureInvariant;
        foreach (var letter in letters)
        {
            options |= letter switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => RegexOptions.None,
            };
        }

        if (_known.TryGetValue((pattern, options), out var regex))
        {
            return regex;
        }

        if (_known.Count >= Most)
        {
            _known.Clear();
        }

        return _known[(pattern, options)] = Parse(context, pattern, options);
    }

    /// <summary>Counts time; a page may not take several times what one search may.</summary>
    public void Spend(RenderContext context, TimeSpan time)
    {
        _spent += time;
        if (_timeout > TimeSpan.Zero && _spent > _timeout * 3)
        {
            _spent = TimeSpan.Zero;
            context.Fail(TemplateMessages.RegexesTooSlow());
        }
    }

    private Regex Parse(RenderContext context, string pattern, RegexOptions options)
    {
        if (pattern.Length > 10_000)
        {
            context.Fail(FunctionMessages.PatternTooLong());
        }

        try
        {
            return new Regex(pattern, options, _timeout);
        }
        catch (RegexParseException problem)
        {
            context.Fail(FunctionMessages.InvalidPattern(pattern, PatternErrors.Describe(problem)));
            return null;
        }
    }
}
