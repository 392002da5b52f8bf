namespace SiteGen.Pipeline.Configuration;

/// <summary>How the URL of a video or post on another site is shown when it is a paragraph of its own.</summary>
public enum EmbedStyle
{
    /// <summary>As an ordinary link.</summary>
    Off,

    /// <summary>As a link styled as a card; nothing is loaded from other sites.</summary>
    Card,

    /// <summary>As a frame from a host without cookies if there is one, else as a card.</summary>
    Frame,
}
