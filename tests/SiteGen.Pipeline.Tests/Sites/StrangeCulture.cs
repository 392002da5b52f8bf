using System.Globalization;

namespace SiteGen.Pipeline.Tests.Sites;

/// <summary>A machine with habits that no site has.</summary>
internal static class StrangeCulture
{
    /// <summary>Does something on a machine whose dates, numbers and signs are not ours.</summary>
    public static void RunUnder(string name, Action action)
    {
        // Every language-dependent habit at once: a calendar, digits, a decimal comma and dates that no site has.
        var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        strange.NumberFormat.NumberDecimalSeparator = ",";
        strange.NumberFormat.NegativeSign = name;
        strange.DateTimeFormat.ShortDatePattern = "MM.yyyy.dd";
        strange.DateTimeFormat.DateSeparator = "!";
        strange.DateTimeFormat.TimeSeparator = "_";
        strange.DateTimeFormat.AbbreviatedDayNames = [.. Enumerable.Repeat(name, 7)];
        var (before, defaults) = (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = strange;
            action();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.DefaultThreadCurrentCulture = defaults;
        }
    }
}
