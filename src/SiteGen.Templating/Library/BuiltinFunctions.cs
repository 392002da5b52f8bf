using System.Collections.Immutable;
using SiteGen.Templating.Calls;
using SiteGen.Templating.Running;

namespace SiteGen.Templating.Library;

/// <summary>The built-in functions, from all groups.</summary>
public static class BuiltinFunctions
{
    /// <summary>All built-in functions; a host adds its own with <see cref="HostFunctions.With"/>.</summary>
    public static FunctionTable Table { get; } = new(All());

    private static ImmutableSortedDictionary<string, Callable> All()
    {
        var list = new FunctionList();
        list.Add(new IncludeFunction());
        list.Add("include_join", IncludeJoinFunction.Create());
        StringFunctions.AddTo(list);
        StringSearchFunctions.AddTo(list);
        StringCodeFunctions.AddTo(list);
        ArrayFunctions.AddTo(list);
        ArrayOrderFunctions.AddTo(list);
        DateFunctions.AddTo(list);
        MathFunctions.AddTo(list);
        HtmlFunctions.AddTo(list);
        ObjectFunctions.AddTo(list);
        JsonFunctions.AddTo(list);
        EvalFunctions.AddTo(list);
        RegexFunctions.AddTo(list);
        TimeSpanFunctions.AddTo(list);
        return list.Functions;
    }
}
