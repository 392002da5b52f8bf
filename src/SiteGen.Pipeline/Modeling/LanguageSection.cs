namespace SiteGen.Pipeline.Modeling;

/// <summary>The posts of one language of the site, with a home and a feed of their own.</summary>
/// <param name="Language">The language, as a tag.</param>
/// <param name="Prefix">What its addresses start with: nothing for the site's own language, <c>/fr</c> for another.</param>
/// <param name="List">Its posts, newest first.</param>
internal sealed record LanguageSection(string Language, string Prefix, PostList List);
