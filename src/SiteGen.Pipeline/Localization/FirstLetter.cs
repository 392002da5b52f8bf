using System.Globalization;
using System.Text;
using SiteGen.Text;

namespace SiteGen.Pipeline.Localization;

/// <summary>The letter under which an index lists a name.</summary>
public static class FirstLetter
{
    /// <summary>The heading for names that do not start with a letter of an alphabet: digits, signs, Chinese characters.</summary>
    public const string None = "#";

    // From here on scripts have thousands of signs instead of some dozen letters (Unicode, "CJK Radicals Supplement"), but for kana.
    private const int EndOfAlphabets = 0x2E80;
    private const int FirstKana = 0x3041;
    private const int LastKana = 0x30FF;

    /// <summary>The first letter of a name in upper case and without marks: <c>E</c> for <c>élan</c>.</summary>
    public static string Of(string name)
    {
        var first = name.EnumerateRunes().FirstOrDefault();
        var code = UnicodeNormalization.BaseOf(first.Value);
        return Rune.IsValid(code) && new Rune(code) is var letter && Rune.IsLetter(letter) && IsOfAlphabet(code)
            ? new Rune(code).ToString().ToUpper(CultureInfo.InvariantCulture)
            : None;
    }

    private static bool IsOfAlphabet(int code) => code is < EndOfAlphabets or (>= FirstKana and <= LastKana);
}
