namespace SiteGen.Templating.Running;

/// <summary>The positions of a call's arguments on the stack: positional arguments, then named ones.</summary>
internal readonly record struct Arguments(int Start, int Count, int NamedStart, int NamedCount);
