using System.Collections.Immutable;
using Scriban.Runtime;
using SiteGen.Templating.Running;
using SiteGen.Templating.Tests.Oracle;
using SiteGen.Templating.Values;
using SiteGen.Text;
using BuiltinFunctions = SiteGen.Templating.Library.BuiltinFunctions;

namespace SiteGen.Templating.Tests;

/// <summary>Every built-in function is called once by a template, which CI renders with the published program too.</summary>
/// <remarks>Trimming can remove what a function needs without a warning; only the published program shows it.</remarks>
public sealed class BuiltinFunctionTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Cases", "builtins");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_built_in_function_answers(bool escapeHtml)
    {
        var options = new TemplateOptions { EscapeHtml = escapeHtml };
        var templates = ImmutableArray.CreateRange(["functions.html", "part.html"], name => Parse(name, options));
        var context = new RenderContext(TemplateSet.Create(templates), BuiltinFunctions.Table, RenderOptions.Default);
        var output = new Utf8Buffer();
        context.Render(templates[0], new ObjectValue(), null, output);
        Assert.Empty(context.Diagnostics);
        Assert.EndsWith("every function answers\n", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_built_in_function_is_left_out()
    {
        var text = File.ReadAllText(Path.Combine(s_folder, "functions.html"));
        var words = text.Split([' ', '(', ')', '\n'], StringSplitOptions.RemoveEmptyEntries);
        Assert.Empty(BuiltinFunctions.Table.Names.Except(words));
    }

    // So that a named argument of a template means the same to both.
    [Fact]
    public void Parameters_have_the_names_that_the_package_gives_them()
    {
        var package = new Scriban.Functions.BuiltinFunctions();
        var wrong = new List<string>();
        foreach (var name in BuiltinFunctions.Table.Names.Where(name => name is not ("date" or "include")))
        {
            var parts = name.Split('.');
            var theirs = (parts.Length == 1 ? package[name] : ((ScriptObject)package[parts[0]]!)[parts[1]]) as IScriptFunctionInfo;
            wrong.AddRange(TemplateGenerator.ParametersOf(name)
                .Where((parameter, i) => theirs is not null && theirs.GetParameterInfo(i).Name.TrimStart('@') != parameter.Name)
                .Select(parameter => $"{name} {parameter.Name}"));
        }

        Assert.Empty(wrong);
    }

    private static Template Parse(string name, TemplateOptions options)
    {
        var parsed = TemplateParser.Parse(new SourceText(name, File.ReadAllBytes(Path.Combine(s_folder, name))), options);
        Assert.Empty(parsed.Diagnostics);
        return parsed.Value;
    }
}
