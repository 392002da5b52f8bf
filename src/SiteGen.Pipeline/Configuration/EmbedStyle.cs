namespace SiteGen.Pipeline.Configuration;

/// <summary>What becomes of an address of a video or a post elsewhere that stands alone.</summary>
public enum EmbedStyle
{
    /// <summary>Nothing: it is a link like any other.</summary>
    Off,

    /// <summary>A link that looks like a card; nothing is loaded from elsewhere.</summary>
    Card,

    /// <summary>A frame from a host that sets no cookies, where there is one; else a card.</summary>
    Frame,
}
