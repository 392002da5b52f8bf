using System.Globalization;
using System.Text;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.FrontMatter;

/// <summary>The audio file of a post, as its author named it.</summary>
/// <param name="Address">A file beside the post, a path from the root, or a URL of another site.</param>
internal sealed record PostAudio(string Address)
{
    /// <summary>The size in bytes; null when not set.</summary>
    public long? Length { get; init; }

    /// <summary>The media type; null when not set.</summary>
    public string? Type { get; init; }

    /// <summary>The playing time; null when not set.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The problem to report when the file does not exist.</summary>
    public required Diagnostic IfMissing { get; init; }

    /// <summary>Whether it is on another site.</summary>
    public bool IsElsewhere => Address.StartsWith("//", StringComparison.Ordinal)
        || Address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || Address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The link, if it may lead to a file of the site; null otherwise.</summary>
    public RelativeLink? AsLocal => RelativeLink.Parse(Encoding.UTF8.GetBytes(Address));

    /// <summary>The media type as set, otherwise by the file extension (IANA, media types; RFC 5334 for Ogg).</summary>
    /// <remarks>URLs of podcast hosts often have no extension; what they serve is nearly always MP3.</remarks>
    public string MediaType => Type ?? Path.GetExtension(Address.Split('?', '#')[0]).ToLowerInvariant() switch
    {
        ".m4a" or ".m4b" => "audio/mp4",
        ".ogg" or ".oga" or ".opus" => "audio/ogg",
        ".wav" => "audio/wav",
        ".flac" => "audio/flac",
        ".aac" => "audio/aac",
        ".weba" => "audio/webm",
        _ => "audio/mpeg",
    };

    /// <summary>Reads a duration: seconds, <c>12:30</c> or <c>1:02:30</c>; null when it is not a duration.</summary>
    public static TimeSpan? DurationOf(string text)
    {
        var seconds = 0L;
        var parts = text.Trim().Split(':');
        foreach (var part in parts)
        {
            if (parts.Length > 3 || part.Length > 7 || !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            seconds = (seconds * 60) + number;
        }

        return TimeSpan.FromSeconds(seconds);
    }

    /// <summary>Formats a duration as players do: <c>12:30</c>, <c>1:02:30</c>.</summary>
    public static string Shown(TimeSpan duration)
    {
        var hours = (long)duration.TotalHours;
        return hours > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{hours}:{duration.Minutes:00}:{duration.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{duration.Minutes}:{duration.Seconds:00}");
    }
}
