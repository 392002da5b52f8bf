using System.Collections.Immutable;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.Rendering.Views;

/// <summary><c>words</c> in templates: the theme's words in the language of the page.</summary>
internal sealed class TranslationsView(PageScope scope) : IClosedMembers
{
    public string Description => "the list of words";

    public ImmutableArray<string> Names => [.. scope.Language.Words.Words.Keys];

    public bool TryGet(string name, out Value value)
    {
        var isFound = scope.Language.Words.Words.TryGetValue(name, out var found);
        value = isFound ? Value.From(found.Word.Text) : Value.Nil;
        return isFound;
    }
}
