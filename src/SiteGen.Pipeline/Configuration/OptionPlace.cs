using SiteGen.Text;

namespace SiteGen.Pipeline.Configuration;

/// <summary>Where an option stands in the configuration file.</summary>
/// <param name="Start">Where its key starts.</param>
/// <param name="End">Where its key ends.</param>
/// <param name="LineText">The text of the line.</param>
public sealed record OptionPlace(LinePosition Start, LinePosition End, string LineText);
