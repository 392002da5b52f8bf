using System.Globalization;
using SiteGen.Templating.Calls;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Library;

/// <summary>The <c>timespan</c> functions.</summary>
internal static class TimeSpanFunctions
{
    public static void AddTo(FunctionList list)
    {
        list.Add("timespan.zero", static (_, _) => Value.From(TimeSpan.Zero));
        list.Add("timespan.from_days", static (context, a) => Of(context, a[0], TimeSpan.TicksPerDay), Parameter.Number("days"));
        list.Add("timespan.from_hours", static (context, a) => Of(context, a[0], TimeSpan.TicksPerHour), Parameter.Number("hours"));
        list.Add("timespan.from_minutes", static (context, a) => Of(context, a[0], TimeSpan.TicksPerMinute), Parameter.Number("minutes"));
        list.Add("timespan.from_seconds", static (context, a) => Of(context, a[0], TimeSpan.TicksPerSecond), Parameter.Number("seconds"));
        list.Add(
            "timespan.from_milliseconds", static (context, a) => Of(context, a[0], TimeSpan.TicksPerMillisecond),
            Parameter.Number("millis"));
        list.Add("timespan.parse", Parse, Parameter.RequiredText("text"));
    }

    private static Value Of(RenderContext context, in Value count, long ticks)
    {
        var total = count.DoubleBits * ticks;
        return Math.Abs(total) < 9.2e18 ? Value.From(new TimeSpan((long)total)) : context.Fail(FunctionMessages.DurationOutOfRange());
    }

    private static Value Parse(RenderContext context, ReadOnlySpan<Value> arguments) =>
        TimeSpan.TryParse(arguments[0].String, CultureInfo.InvariantCulture, out var duration)
            ? Value.From(duration)
            : context.Fail(FunctionMessages.NotDuration(arguments[0].String));
}
