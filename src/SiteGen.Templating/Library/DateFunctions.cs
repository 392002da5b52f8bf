using System.Globalization;
using SiteGen.Templating.Calls;
using SiteGen.Templating.Dates;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Library;

/// <summary>The <c>date</c> functions.</summary>
internal static class DateFunctions
{
    public static void AddTo(FunctionList list)
    {
        var date = Parameter.Date("date");
        var culture = Parameter.Text("culture").Optional();
        list.Add("date", Parse, Parameter.Text("text"), Parameter.Text("pattern").Optional(), culture);
        list.Add("date.parse", Parse, Parameter.Text("text"), Parameter.Text("pattern").Optional(), culture);
        list.Add(
            "date.to_string", static (context, a) => ToText(context, a[0], a[1], a[2]),
            date, Parameter.RequiredText("pattern"), culture);
        list.Add("date.long", static (context, a) => LongDate(context, a[0], a[1]), date, culture);
        list.Add(
            "date.parse_to_string",
            static (context, a) => ToText(context, Read(context, a[0], a[3], 3), a[1].IsNil ? Value.From(context.DatePattern) : a[1], a[2]),
            Parameter.Text("text"), Parameter.Text("output_pattern").Optional(), Parameter.Text("output_culture").Optional(),
            Parameter.Text("input_pattern").Optional(), Parameter.Text("input_culture").Optional());
        list.Add("date.now", static (context, _) => Value.From(context.Options.TimeZone.ToLocal(context.Options.Clock.GetUtcNow())));
        list.Add("date.utc_now", static (context, _) => Value.From(context.Options.Clock.GetUtcNow()));
        list.Add("date.format", static (context, _) => Value.From(context.DatePattern));
        list.Add("date.default_format", static (_, _) => Value.From(DateFormat.DefaultPattern));
        list.Add("date.add_days", static (context, a) => Add(context, a, TimeSpan.TicksPerDay), date, Parameter.Number("days"));
        list.Add("date.add_hours", static (context, a) => Add(context, a, TimeSpan.TicksPerHour), date, Parameter.Number("hours"));
        list.Add("date.add_minutes", static (context, a) => Add(context, a, TimeSpan.TicksPerMinute), date, Parameter.Number("minutes"));
        list.Add("date.add_seconds", static (context, a) => Add(context, a, TimeSpan.TicksPerSecond), date, Parameter.Number("seconds"));
        list.Add(
            "date.add_milliseconds", static (context, a) => Add(context, a, TimeSpan.TicksPerMillisecond),
            date, Parameter.Number("millis"));
        list.Add("date.add_months", static (context, a) => AddMonths(context, a, 1), date, Parameter.Integer("months"));
        list.Add("date.add_years", static (context, a) => AddMonths(context, a, 12), date, Parameter.Integer("years"));
    }

    private static Value Parse(RenderContext context, ReadOnlySpan<Value> arguments) => Read(context, arguments[0], arguments[1], 1);

    private static Value Read(RenderContext context, in Value text, in Value pattern, int patternIndex)
    {
        var written = text.String;
        if (written.Length == 0)
        {
            return Value.Nil;
        }

        var format = pattern.IsNil ? null : DatePattern.ToExact(context, pattern.String, patternIndex);
        if (!TryRead(written, format, DateTimeStyles.NoCurrentDateDefault, out var date))
        {
            return context.FailArgument(0, FunctionMessages.NotDate(written, pattern.IsNil ? null : pattern.String));
        }

        if (date.Year == 1 && TryRead(written, format, DateTimeStyles.None, out var today) && today.Year != 1)
        {
            // A time without a date is today's; the machine's clock is not asked.
            date += context.Options.TimeZone.ToLocal(context.Options.Clock.GetUtcNow()).Date - date.Date;
        }

        // Only a text with an offset becomes universal time.
        return date.Kind == DateTimeKind.Utc
            ? Value.From(context.Options.TimeZone.ToLocal(new DateTimeOffset(date)))
            : Value.From(date);
    }

    private static bool TryRead(string text, string? format, DateTimeStyles styles, out DateTime date)
    {
        styles |= DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AdjustToUniversal;
        var culture = CultureInfo.InvariantCulture;
        return format is null
            ? DateTime.TryParse(text, culture, styles, out date)
            : DateTime.TryParseExact(text, format, culture, styles, out date);
    }

    private static Value ToText(RenderContext context, in Value date, in Value pattern, in Value culture) =>
        date.IsNil ? Value.Nil : ToText(context, date, pattern.String, NamesOf(context, culture));

    private static Value LongDate(RenderContext context, in Value date, in Value culture)
    {
        var names = NamesOf(context, culture);
        return date.IsNil ? Value.Nil : ToText(context, date, names.LongDateOf(date.LocalTime), names);
    }

    private static DateNames NamesOf(RenderContext context, in Value culture) =>
        culture.IsNil ? context.DateNames : DateNames.For(culture.String);

    private static Value ToText(RenderContext context, in Value date, string pattern, DateNames names)
    {
        var buffer = context.Output.Borrow();
        DateFormat.Write(buffer, date.Parts, pattern, names);
        var text = buffer.WrittenSpan.ToArray();
        context.Output.Return(buffer);
        return Value.Text(text);
    }

    private static Value Add(RenderContext context, ReadOnlySpan<Value> arguments, long ticksEach)
    {
        if (arguments[0].IsNil)
        {
            return context.FailArgument(0, FunctionMessages.NullDate());
        }

        var ticks = arguments[0].Bits + (arguments[1].DoubleBits * ticksEach);
        var local = ticks >= 0 && ticks < DateTime.MaxValue.Ticks ? arguments[0].Bits + (long)(arguments[1].DoubleBits * ticksEach) : -1;
        return DateTimeParts.AreInRange(local, arguments[0].Offset)
            ? Value.OfDate(new DateTime(local), arguments[0])
            : context.Fail(FunctionMessages.DateOutOfRange());
    }

    private static Value AddMonths(RenderContext context, ReadOnlySpan<Value> arguments, int monthsEach)
    {
        if (arguments[0].IsNil)
        {
            return context.FailArgument(0, FunctionMessages.NullDate());
        }

        var date = arguments[0].LocalTime;
        var months = (Int128)arguments[1].Bits * monthsEach;
        var end = (date.Year * 12) + date.Month - 1 + months;
        return end >= 12 && end < 120_000 && date.AddMonths((int)months) is var moved
            && DateTimeParts.AreInRange(moved.Ticks, arguments[0].Offset)
            ? Value.OfDate(moved, arguments[0])
            : context.Fail(FunctionMessages.DateOutOfRange());
    }
}
