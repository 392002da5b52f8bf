using System.Text;
using System.Text.RegularExpressions;

namespace SiteGen.Tables;

/// <summary>Which form of a word goes with which whole number (UTS #35, "Language Plural Rules"), as code.</summary>
internal static partial class PluralTable
{
    public const string OutputPath = "src/SiteGen.Pipeline/Localization/PluralRule.Generated.cs";

    private const int Width = 120;

    public static string Write(string folder, CldrLocales locales)
    {
        var text = new StringBuilder("""
            namespace SiteGen.Pipeline.Localization;

            internal static partial class PluralRule
            {
                // The languages that have a rule; n is a whole number and not negative.
                private static string? Find(string language, long n) => language switch
                {

            """);
        foreach (var (rule, languages) in Rules(folder, locales))
        {
            AppendLanguages(text, languages);
            text.Append($"\n            => {rule},\n");
        }

        return text.Append("        _ => null,\n    };\n}\n").ToString();
    }

    // Languages whose rules differ for fractions only come together.
    private static IEnumerable<(string Rule, string[] Languages)> Rules(string folder, CldrLocales locales) =>
        CldrLocales.Load(Path.Combine(folder, "supplemental", "plurals.xml")).Descendants("pluralRules")
            .SelectMany(rules => ((string?)rules.Attribute("locales") ?? "").Split(' ').Where(locale => locale != "root")
                .SelectMany(locale => locales.ChildrenOf(locale).Prepend(locale))
                .Select(locale => (Rule: Expression(rules.Elements("pluralRule")), Language: locale.Replace('_', '-'))))
            .GroupBy(row => row.Rule, row => row.Language)
            .Select(group => (group.Key, group.Distinct().Order(StringComparer.Ordinal).ToArray()))
            .OrderBy(group => group.Item2[0], StringComparer.Ordinal);

    private static string Expression(IEnumerable<System.Xml.Linq.XElement> rules)
    {
        var code = new StringBuilder();
        foreach (var rule in rules)
        {
            var count = $"\"{(string?)rule.Attribute("count")}\"";
            var condition = rule.Value.Split('@')[0].Trim();
            var test = condition.Length == 0 ? "true" : Or(condition);
            if (test == "true")
            {
                return code.Append(count).ToString();
            }

            _ = test == "false" ? code : code.Append($"{test} ? {count}\n            : ");
        }

        throw new InvalidDataException("a plural rule has no 'other'");
    }

    private static string Or(string condition)
    {
        var parts = condition.Split(" or ").Select(And).Where(part => part != "false").Distinct().ToArray();
        if (parts.Length == 0 || parts.Contains("true"))
        {
            return parts.Length == 0 ? "false" : "true";
        }

        bool IsGroup(string part) => parts.Length > 1 && part.Contains("&&", StringComparison.Ordinal);
        var grouped = parts.Select(part => IsGroup(part) ? $"({part})" : part).ToArray();
        return string.Join(grouped.Sum(part => part.Length) > Width ? "\n                || " : " || ", grouped);
    }

    private static string And(string condition)
    {
        var parts = condition.Split(" and ").Select(Relation).Where(part => part != "true").Distinct().ToArray();
        return parts.Length == 0 ? "true" : parts.Contains("false") ? "false" : string.Join(" && ", parts);
    }

    // 'n % 10 = 2..4,7', 'i != 1', 'v = 0': n and i are the number, the others (its fraction, its exponent) are 0.
    private static string Relation(string text)
    {
        var match = RelationParts().Match(text.Trim());
        if (!match.Success)
        {
            throw new InvalidDataException($"the plural rule '{text}' is not understood");
        }

        var ranges = match.Groups["list"].Value.Split(',', StringSplitOptions.TrimEntries).Select(range => range.Split("..")).ToArray();
        var isNot = match.Groups["not"].Success;
        if (match.Groups["operand"].Value is not ("n" or "i"))
        {
            return (ranges.Any(range => range[0] == "0") != isNot) ? "true" : "false";
        }

        var subject = match.Groups["modulus"].Success ? $"n % {match.Groups["modulus"].Value}" : "n";
        string Value(string[] range) => range.Length == 1 ? range[0] : $">= {range[0]} and <= {range[1]}";
        string Grouped(string[] range) => range.Length == 1 ? Value(range) : $"({Value(range)})";
        var list = ranges.Length == 1 ? Value(ranges[0]) : string.Join(" or ", ranges.Select(Grouped));
        return !isNot ? $"{subject} is {list}"
            : list.Contains(' ', StringComparison.Ordinal) ? $"{subject} is not ({list})"
            : $"{subject} is not {list}";
    }

    private static void AppendLanguages(StringBuilder text, string[] languages)
    {
        text.Append("        ");
        var length = 0;
        for (var i = 0; i < languages.Length; i++)
        {
            var name = (i > 0 ? "or " : "") + $"\"{languages[i]}\"";
            if (length + name.Length > Width)
            {
                text.Append("\n            ");
                length = 0;
            }
            else if (i > 0)
            {
                text.Append(' ');
            }

            text.Append(name);
            length += name.Length + 1;
        }
    }

    [GeneratedRegex("^(?<operand>[a-z])( % (?<modulus>[0-9]+))? (?<not>!)?= (?<list>[0-9., ]+)$")]
    private static partial Regex RelationParts();
}
