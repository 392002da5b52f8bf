using System.Collections.Immutable;

namespace SiteGen.Templating.Functions;

/// <summary>The functions of the language, put together from their groups.</summary>
internal static class BuiltinFunctions
{
    public static ImmutableSortedDictionary<string, Callable> All() =>
        ImmutableSortedDictionary.Create<string, Callable>(StringComparer.Ordinal);
}
