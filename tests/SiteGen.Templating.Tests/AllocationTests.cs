using System.Text.Json;
using SiteGen.Templating.Library;
using SiteGen.Templating.Running;
using SiteGen.Text;

namespace SiteGen.Templating.Tests;

/// <summary>A page of the benchmark comes out right and costs little memory.</summary>
public sealed class AllocationTests
{
    private const int MostBytes = 20_000;

    [Fact]
    public void A_blog_page_is_rendered_within_20_000_bytes_of_garbage()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Benchmark");
        string[] names = ["layout.html", "partials/head.html", "partials/nav.html", "partials/footer.html"];
        var templates = names.Select(name => Parse(folder, name)).ToList();
        var model = JsonModel.Read(JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "model.json"))).RootElement);
        var context = new RenderContext(TemplateSet.Create(templates), BuiltinFunctions.Table, RenderOptions.Default);
        var output = new Utf8Buffer();
        for (var i = 0; i < 20; i++)
        {
            output.Clear();
            Assert.True(context.Render(templates[0], model, null, output));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        output.Clear();
        context.Render(templates[0], model, null, output);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(File.ReadAllText(Path.Combine(folder, "expected.html")), output.ToString());
        Assert.InRange(allocated, 0, MostBytes);
    }

    private static Template Parse(string folder, string name) =>
        TemplateParser.Parse(new SourceText(name, File.ReadAllBytes(Path.Combine(folder, name))), TemplateOptions.Default).Value;
}
