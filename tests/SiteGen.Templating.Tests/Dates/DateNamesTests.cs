using System.Text;
using SiteGen.Templating.Dates;
using SiteGen.Templating.Library;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Tests.Dates;

public sealed class DateNamesTests
{
    [Theory]
    [InlineData("en", "5 March 2026")]
    [InlineData("en-US", "March 5, 2026")]
    [InlineData("en-GB", "5 March 2026")]
    [InlineData("de", "5. März 2026")]
    [InlineData("de-AT", "5. März 2026")]
    [InlineData("fr", "5 mars 2026")]
    [InlineData("es_MX", "5 de marzo de 2026")]
    [InlineData("pt-BR", "5 de março de 2026")]
    [InlineData("it", "5 marzo 2026")]
    [InlineData("nl", "5 maart 2026")]
    [InlineData("pl", "5 marca 2026")]
    [InlineData("sv", "5 mars 2026")]
    [InlineData("ja", "2026年3月5日")]
    [InlineData("zh-Hant-TW", "2026年3月5日")]
    [InlineData("ko", "2026년 3월 5일")]
    [InlineData("ar", "5 مارس 2026")]
    [InlineData("fi", "5. maaliskuuta 2026")]
    [InlineData("ru", "5 марта 2026 г.")]
    [InlineData("hu", "2026. március 5.")]
    [InlineData("ca", "5 de març del 2026")]
    [InlineData("tlh", "5 March 2026")]
    [InlineData("", "5 March 2026")]
    public void A_whole_date_is_written_as_its_language_writes_it(string culture, string expected)
    {
        Assert.Equal(expected, Render("{{ '2026-03-05' | date | date.long }}", culture));
        Assert.Equal(expected, Render($"{{{{ '2026-03-05' | date | date.long '{culture}' }}}}", "sv"));
    }

    [Theory]
    [InlineData(
        "{{ d | date.to_string '%A %d %B %Y' 'fr-FR' }} / {{ d | date.to_string '%a %b' 'de-DE' }} / {{ d | "
            + "date.to_string '%g %A' 'fr-FR' }}",
        "mardi 05 mars 2024 / Di Mär /  Tuesday")]
    [InlineData("{{ d | date.to_string '%B %Y' 'pl' }} / {{ d | date.to_string '%e %B' 'pl' }}", "marzec 2024 /  5 marca")]
    [InlineData("{{ d | date.to_string '%v %h' 'nl' }}", " 5-MRT-2024 mrt")]
    [InlineData("{{ d }} {{ d | date.to_string '%B' }} {{ [d] }}", "05 mar 2024 marzo [05 mar 2024]")]
    [InlineData("{{ '2024-03-01' | date.parse_to_string '%B' 'de' }} {{ '2024-03-01' | date.parse_to_string '%B' }}", "März marzo")]
    [InlineData("{{ '2024-03-01' | date | date.long 'fr' }} {{ null | date.long }}", "1er mars 2024 ")]
    [InlineData("{{ d.day_of_week }} {{ [d] | object.to_json }}", "Tuesday [\"2024-03-05T00:00:00\"]")]
    public void Names_are_those_of_the_language_that_is_named_or_else_of_the_page(string template, string expected) =>
        Assert.Equal(expected, Render("{{ d = date '2024-03-05' }}" + template, "es"));

    [Fact]
    public void Every_language_has_every_name()
    {
        foreach (var tag in "en de fr es pt it nl pl sv ja zh ko ar he da nb no fi cs ru uk tr hu ca".Split(' '))
        {
            var names = DateNames.For(tag);
            Assert.True(tag == "en" || names != DateNames.English, tag);
            string[] all = [
                .. Enumerable.Range(1, 12)
                    .SelectMany(month => (string[])[names.Month(month, false), names.Month(month, true), names.ShortMonth(month)]),
                .. Enum.GetValues<DayOfWeek>().SelectMany(day => (string[])[names.Day(day), names.ShortDay(day)])];
            Assert.All(all, name => Assert.True(name.Length > 0 && name == name.Trim(), tag));
            Assert.Equal(12, Enumerable.Range(1, 12).Select(month => names.Month(month, true)).Distinct().Count());
            Assert.Equal(7, Enum.GetValues<DayOfWeek>().Select(names.Day).Distinct().Count());
            Assert.Throws<IndexOutOfRangeException>(() => names.Month(13, true));
        }
    }

    private static string Render(string template, string culture)
    {
        var parsed = TemplateParser.Parse(new SourceText("a", Encoding.UTF8.GetBytes(template)), TemplateOptions.Default);
        var context = new RenderContext(TemplateSet.Create([]), BuiltinFunctions.Table, RenderOptions.Default) { Culture = culture };
        var output = new Utf8Buffer();
        Assert.True(
            context.Render(parsed.Value, new ObjectValue(), null, output),
            string.Concat(parsed.Diagnostics.Concat(context.Diagnostics)));
        return output.ToString();
    }
}
