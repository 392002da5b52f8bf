using SiteGen.Templating.Nodes;
using SiteGen.Text;

namespace SiteGen.Templating.Functions;

/// <summary>A block that a function runs where it says <c>$$</c>, and the source it stands in.</summary>
internal readonly record struct WrappedBlock(Statement Body, SourceText Source);
