using System.Collections.Immutable;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Pipeline.FrontMatter;

/// <summary>The part of the front matter that only pages about the post ask for; null and empty mean not set.</summary>
/// <remarks>Apart, because a build with one post to render does not read it of the others.</remarks>
internal sealed record PageFields
{
    /// <summary>Nothing is set.</summary>
    public static readonly PageFields Empty = new();

    /// <summary>The title, as plain text.</summary>
    public string? Title { get; init; }

    /// <summary>When it was last changed in substance.</summary>
    public WrittenDate? Updated { get; init; }

    /// <summary>The last segment of the URL.</summary>
    public string? Slug { get; init; }

    /// <summary>The whole path of the page.</summary>
    public string? Url { get; init; }

    /// <summary>The canonical URL for search engines; may be on another site.</summary>
    public string? Canonical { get; init; }

    /// <summary>The summary, as Markdown.</summary>
    public string? Summary { get; init; }

    /// <summary>One or two sentences for search engines, as plain text.</summary>
    public string? Description { get; init; }

    /// <summary>The problem to report when that file does not exist.</summary>
    public Diagnostic? ImageIfMissing { get; init; }

    /// <summary>The alternative text of the image.</summary>
    public string? ImageAlt { get; init; }

    /// <summary>The caption of the image, as Markdown.</summary>
    public string? ImageCaption { get; init; }

    /// <summary>The credit of the image, as Markdown.</summary>
    public string? ImageCredit { get; init; }

    /// <summary>The audio file that the post is about.</summary>
    public PostAudio? Audio { get; init; }

    /// <summary>Whether to show a table of contents; null to decide by the length of the text.</summary>
    public bool? Toc { get; init; }

    /// <summary>Whether formulas are parsed; null to use the option of the site.</summary>
    public bool? Math { get; init; }

    /// <summary>Whether archived comments are shown; null when not set.</summary>
    public bool? Comments { get; init; }

    /// <summary>The language it is written in, as a tag.</summary>
    public string? Language { get; init; }

    /// <summary>The locations of the located keys and of the keys of the site's own taxonomies.</summary>
    public ImmutableArray<FieldLocation> Locations { get; init; } = [];

    /// <summary>Every other key, by its name as written.</summary>
    public ImmutableArray<KeyValuePair<string, Value>> Params { get; init; } = [];
}
