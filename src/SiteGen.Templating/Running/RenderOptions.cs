using SiteGen.Templating.Dates;
using SiteGen.Text.TimeZones;

namespace SiteGen.Templating.Running;

/// <summary>What rendering depends on besides templates and the model: the clock and the limits.</summary>
/// <remarks>A limit of 0 is no limit. The defaults are those of a site; <see cref="Untrusted"/> has the language's own.</remarks>
public sealed record RenderOptions
{
    /// <summary>For a site's own templates: limits that no reasonable page reaches.</summary>
    public static RenderOptions Default { get; } = new();

    /// <summary>The language's own limits.</summary>
    public static RenderOptions Untrusted { get; } = new() { LoopLimit = 1000, TextLimit = 1_048_576 };

    /// <summary>The clock of <c>date.now</c>; fixed at 1970 unless the host sets one.</summary>
    public TimeProvider Clock { get; init; } = new StoppedClock();

    /// <summary>The zone of <c>date.now</c> and of parsed dates that name an offset.</summary>
    public IanaTimeZone TimeZone { get; init; } = IanaTimeZone.Utc;

    /// <summary>How dates are printed until a template sets <c>date.format</c>.</summary>
    public string DatePattern { get; init; } = DateFormat.DefaultPattern;

    /// <summary>Whether an unknown variable is an error.</summary>
    public bool Strict { get; init; }

    /// <summary>Whether an auto-indented block also indents empty lines.</summary>
    public bool IndentEmptyLines { get; init; } = true;

    /// <summary>The maximum iterations of nested loops, counted together.</summary>
    public int LoopLimit { get; init; }

    /// <summary>The maximum depth of function calls and includes.</summary>
    public int RecursionLimit { get; init; } = 100;

    /// <summary>The maximum UTF-16 length of the output, which is truncated, and of a text created by a function.</summary>
    public int TextLimit { get; init; }

    /// <summary>The time limit of one regular expression search.</summary>
    public TimeSpan RegexTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The maximum number of statements, calls and enumerated items of one page.</summary>
    public long WorkLimit { get; init; } = 50_000_000;

    /// <summary>The maximum number of bytes one page may write, including captures and includes.</summary>
    public long OutputLimit { get; init; } = 64L << 20;

    // The same input must give the same bytes, so the machine's clock is never the default.
    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
    }
}
