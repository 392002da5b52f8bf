using SiteGen.Text.TimeZones;

namespace SiteGen.Templating.Running;

/// <summary>What rendering depends on besides templates and model: the clock and the limits.</summary>
/// <remarks>A limit of 0 is no limit. The defaults are those of a site; <see cref="Untrusted"/> has the language's own.</remarks>
public sealed record RenderOptions
{
    /// <summary>For a site's own templates: no limit that an honest page meets.</summary>
    public static RenderOptions Default { get; } = new();

    /// <summary>The language's own limits.</summary>
    public static RenderOptions Untrusted { get; } = new() { LoopLimit = 1000, TextLimit = 1_048_576 };

    /// <summary>The clock behind <c>date.now</c>; one that stands at 1970 unless the host hands in its own.</summary>
    public TimeProvider Clock { get; init; } = new StoppedClock();

    /// <summary>The zone of <c>date.now</c> and of parsed dates that name an offset.</summary>
    public IanaTimeZone TimeZone { get; init; } = IanaTimeZone.Utc;

    /// <summary>Whether an unknown variable is an error.</summary>
    public bool Strict { get; init; }

    /// <summary>Whether an auto-indented block also indents empty lines.</summary>
    public bool IndentEmptyLines { get; init; } = true;

    /// <summary>The iterations of one nest of loops.</summary>
    public int LoopLimit { get; init; }

    /// <summary>The depth of function calls and includes.</summary>
    public int RecursionLimit { get; init; } = 100;

    /// <summary>The UTF-16 length of the output, behind which it is cut, and of a text made by a function.</summary>
    public int TextLimit { get; init; }

    /// <summary>How long one regular expression may search.</summary>
    public TimeSpan RegexTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The statements, calls and items walked by one page.</summary>
    public long WorkLimit { get; init; } = 50_000_000;

    /// <summary>The bytes that one page may write, what is captured and included counted too.</summary>
    public long OutputLimit { get; init; } = 64L << 20;

    // The same input must give the same bytes, so no clock is read that nobody asked for.
    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
    }
}
