using System.Globalization;
using System.Text;
using SiteGen.Pipeline.Data;
using SiteGen.Pipeline.FrontMatter;
using SiteGen.Pipeline.Yaml;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.Starting;

/// <summary>The front matter of a new post or page.</summary>
/// <param name="Request">What is asked for.</param>
/// <param name="Date">Its date.</param>
/// <param name="Slug">The name in its address.</param>
/// <param name="Section">Its folder in the folder of posts or pages; empty for that folder itself.</param>
internal sealed record NewFrontMatter(PostRequest Request, WrittenDate Date, string Slug, string Section)
{
    /// <summary>How a date is printed, as a pattern of the template language.</summary>
    public string DatePattern => Date.HasTime ? "%FT%T%Z" : "%F";

    /// <summary>The lines between the two of dashes.</summary>
    public string Yaml
    {
        get
        {
            var yaml = new StringBuilder();
            Append(yaml, "title", Quoted(Request.Title));
            Append(yaml, "date", Request.IsPage ? null : WrittenDate);
            Append(yaml, "author", string.IsNullOrWhiteSpace(Request.Author) || Request.IsPage ? null : Quoted(Request.Author));
            Append(yaml, "tags", Request.Tags.IsEmpty ? null : $"[{string.Join(", ", Request.Tags.Select(QuotedTag))}]");
            Append(yaml, "draft", Request.IsDraft ? "true" : null);
            return yaml.ToString();
        }
    }

    private string WrittenDate => Date.HasTime
        ? Date.Instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
        : Date.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What an archetype can read.</summary>
    public IMembers ToMembers() => new MemberMap(
    [
        new("front_matter", Value.From(Yaml.TrimEnd('\n'))),
        new("title", Value.From(Request.Title.Trim())),
        new("date", Value.From(Date.Instant)),
        new("slug", Value.From(Slug)),
        new("author", Value.From(Request.Author?.Trim() ?? "")),
        new("draft", Value.From(Request.IsDraft)),
        new("tags", Value.OfStrings(Request.Tags)),
        new("section", Value.From(Section)),
    ]);

    private static string Quoted(string text) => YamlText.Quote(EntityText.Encode(text.Trim()));

    private static string QuotedTag(string tag) => YamlText.QuoteInList(EntityText.Encode(tag.Trim()));

    private static void Append(StringBuilder yaml, string key, string? value)
    {
        if (value is not null)
        {
            yaml.Append(key).Append(": ").Append(value).Append('\n');
        }
    }
}
