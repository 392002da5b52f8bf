using System.Diagnostics;

namespace SiteGen.Pipeline.Content;

/// <summary>One parsed post: what other pages may use, and what it says.</summary>
[DebuggerDisplay("{Head.Path,nq} → {Head.Url,nq}")]
internal sealed record Post(PostHead Head, PostText Text);
