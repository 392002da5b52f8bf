namespace SiteGen.Pipeline.Markdown.Shortcodes;

/// <summary>The kinds of marks that other programs fill in.</summary>
internal enum ShortcodeKind
{
    /// <summary>Hugo's <c>{{&lt; figure … &gt;}}</c> and <c>{{% notice %}}</c>.</summary>
    Hugo,

    /// <summary>A tag of Liquid or Nunjucks: <c>{% include … %}</c>.</summary>
    Tag,

    /// <summary>A value of Liquid or Nunjucks: <c>{{ page.title }}</c>.</summary>
    Value,

    /// <summary>WordPress's <c>[gallery ids="1"]</c>.</summary>
    WordPress,

    /// <summary>A link of Obsidian and of wikis: <c>[[Other note]]</c>.</summary>
    WikiLink,

    /// <summary>A file that Obsidian shows: <c>![[picture.png]]</c>.</summary>
    WikiEmbed,
}

/// <summary>The unsupported shortcodes of one kind in a text; they are left in it unchanged.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">The name of the first, or the first itself where that is a value or a link.</param>
/// <param name="Start">The offset of the first.</param>
/// <param name="Length">The length of the first, up to the end of its line.</param>
/// <param name="Count">How many there are.</param>
internal sealed record UnreadShortcodes(ShortcodeKind Kind, string Name, int Start, int Length, int Count);
