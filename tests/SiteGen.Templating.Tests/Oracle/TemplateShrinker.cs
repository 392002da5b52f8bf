using System.Text.Json.Nodes;

namespace SiteGen.Templating.Tests.Oracle;

/// <summary>Makes a failing template smaller while it still fails.</summary>
internal static class TemplateShrinker
{
    private static readonly string[] s_simple = ["1", "\"a\"", "[]", "null"];

    public static (Fragment Template, JsonObject Model) Shrink(Fragment template, JsonObject model, Func<Fragment, JsonObject, bool> fails)
    {
        var isSmaller = true;
        while (isSmaller)
        {
            isSmaller = false;
            var length = template.ToString().Length;
            foreach (var candidate in Smaller(template))
            {
                if (candidate.ToString().Length < length && fails(candidate, model))
                {
                    (template, isSmaller) = (candidate, true);
                    break;
                }
            }
        }

        foreach (var name in model.Select(member => member.Key).ToList())
        {
            var without = model.DeepClone().AsObject();
            without.Remove(name);
            model = fails(template, without) ? without : model;
        }

        return (template, model);
    }

    private static IEnumerable<Fragment> Smaller(Fragment fragment)
    {
        foreach (var replacement in Replacements(fragment))
        {
            yield return replacement;
        }

        for (var i = 0; i < fragment.Parts.Length; i++)
        {
            if (fragment.Kind == FragmentKind.List)
            {
                yield return fragment with { Parts = fragment.Parts.RemoveAt(i) };
            }

            foreach (var part in Smaller(fragment.Parts[i]))
            {
                yield return fragment with { Parts = fragment.Parts.SetItem(i, part) };
            }
        }
    }

    private static IEnumerable<Fragment> Replacements(Fragment fragment) => fragment.Kind switch
    {
        FragmentKind.Expression => s_simple.Select(text => Fragment.Expression(text))
            .Concat(fragment.All().Skip(1).Where(part => part.Kind == FragmentKind.Expression)),
        FragmentKind.Statement => fragment.All().Skip(1).Where(part => part.Kind is FragmentKind.Statement or FragmentKind.List),
        FragmentKind.Separator => [Fragment.Separator(";"), Fragment.Separator("}}{{")],
        _ => [],
    };
}
