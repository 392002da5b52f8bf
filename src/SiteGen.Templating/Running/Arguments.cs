namespace SiteGen.Templating.Running;

/// <summary>Where the arguments of a call lie on the stack: positional ones, and behind them named ones.</summary>
internal readonly record struct Arguments(int Start, int Count, int NamedStart, int NamedCount);
