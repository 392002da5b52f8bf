using System.Collections.Immutable;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.Rendering.Views;

/// <summary><c>site.data</c> in templates, and every folder in it.</summary>
internal sealed class ValueTreeView(PageScope scope, string folder) : IMembers
{
    public ImmutableArray<string> Names
    {
        get
        {
            scope.Dependencies.ValueNames(folder);
            return scope.Site.Values.NamesIn(folder);
        }
    }

    public bool TryGet(string name, out Value value)
    {
        var path = folder.Length == 0 ? name : $"{folder}/{name}";
        scope.Dependencies.Value(path);
        if (scope.Site.Values.Find(path) is { } found)
        {
            value = found;
            return true;
        }

        scope.Dependencies.ValueNames(path);
        var isFolder = scope.Site.Values.NamesIn(path).Length > 0;
        value = isFolder ? Value.From(new ValueTreeView(scope, path)) : Value.Nil;
        return isFolder;
    }
}
