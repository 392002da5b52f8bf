using System.Text;
using AngleSharp.Dom;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Tests.Theme;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Html;

/// <summary>Our sanitiser held to a package for the same task, which builds the tree that a browser builds.</summary>
public sealed class HtmlSanitizerOracleTests
{
    private const string Attributes = "href title lang dir class rel";
    private const string AttributesOfPosts = "src alt width height loading colspan rowspan span scope start reversed type open datetime id";

    private const string Schemes = "http https mailto tel sms ftp ftps sftp irc ircs xmpp geo magnet news";

    // HTML Living Standard §4, and the elements that it once had and our policies rename.
    private const string Elements =
        "a abbr acronym address article aside audio b base bdi bdo big blockquote body br button canvas caption "
        + "center cite code col colgroup data datalist dd del details dfn dialog div dl "
        + "dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header "
        + "hgroup hr html i iframe img input ins kbd label legend li link main map mark "
        + "menu meta meter nav noscript object ol optgroup option output p picture pre progress q rp rt ruby s "
        + "samp script search section select slot small source span strike strong style "
        + "sub summary sup table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr";

    private static readonly HtmlPolicy[] s_policies = [HtmlPolicy.Comment, HtmlPolicy.Post, HtmlPolicy.Phrase];

    [Fact]
    [Trait("Speed", "Slow")]
    public void Law_8_neither_a_browser_nor_the_package_finds_anything_left_to_remove() => Fuzz.Run(4000, random =>
    {
        var html = new HtmlGrammar(random).Hostile();
        var policy = s_policies[random.Next(s_policies.Length)];
        var reduced = Reduce(html, policy);
        AssertAllowed(html, reduced, policy);
        var removed = RemovedByPackage(reduced, policy);
        Assert.True(removed is null, $"{removed}\nof {reduced}\nfrom {html}");
        // What is reduced is reduced: there is one way to read it.
        Assert.True(Reduce(reduced, policy) == reduced, $"{Reduce(reduced, policy)}\nof {reduced}\nfrom {html}");
    });

    [Fact]
    public void In_what_the_grammar_writes_the_package_finds_something_to_remove()
    {
        var found = Enumerable.Range(0, 300)
            .Count(seed => RemovedByPackage(new HtmlGrammar(new Random(seed)).Hostile(), HtmlPolicy.Post) is not null);
        Assert.InRange(found, 200, 300);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void Harmless_HTML_keeps_its_elements_and_its_text() => Fuzz.Run(1000, random =>
    {
        var html = new HtmlGrammar(random).Harmless();
        var (ours, theirs) = (Body(Reduce(html, HtmlPolicy.Post)), Body(Package(HtmlPolicy.Post).Sanitize(html)));
        Assert.Equal(Shape(theirs), Shape(ours));
        Assert.Equal(theirs.TextContent, ours.TextContent);
        Assert.Equal(Body(html).TextContent, ours.TextContent);
    });

    private static string Reduce(string html, HtmlPolicy policy) =>
        Encoding.UTF8.GetString(HtmlSanitizer.Reduce(Encoding.UTF8.GetBytes(html), policy).Html);

    private static IElement Body(string html) => HostileSite.Parse($"<!DOCTYPE html><body>{html}").Body!;

    private static string Shape(IElement body) =>
        string.Join('\n', body.QuerySelectorAll("*").Select(
            element => $"{element.ParentElement?.LocalName} {element.LocalName} {element.GetAttribute("href")} {element.ClassName}"));

    private static void AssertAllowed(string html, string reduced, HtmlPolicy policy)
    {
        var page = HostileSite.Parse($"<!DOCTYPE html><body><div id=around>{reduced}</div><p id=behind>");
        foreach (var element in page.QuerySelectorAll("#around *"))
        {
            // A parser adds the body of a table.
            var isKnown = policy.ElementOf(Encoding.UTF8.GetBytes(element.LocalName)) == element.LocalName;
            Assert.True(isKnown && element.NamespaceUri == NamespaceNames.HtmlUri, $"{element.LocalName}\nof {reduced}\nfrom {html}");
            var wrong = element.Attributes.FirstOrDefault(attribute => !IsAllowed(policy, element.LocalName, attribute));
            Assert.True(wrong is null, $"{wrong?.Name}={wrong?.Value}\nof {reduced}\nfrom {html}");
        }

        var isClosed = page.GetElementById("behind")?.ParentElement == page.Body
            && page.GetElementById("around")?.ParentElement == page.Body;
        Assert.True(isClosed, $"left open\nin {reduced}\nfrom {html}");
    }

    private static bool IsAllowed(HtmlPolicy policy, string element, IAttr attribute) =>
        policy.Allows(element, attribute.Name, attribute.Value)
            || (policy.IsUntrusted && element == "a" && attribute is { Name: "rel", Value: "nofollow ugc" });

    private static string? RemovedByPackage(string html, HtmlPolicy policy)
    {
        string? removed = null;
        var package = Package(policy);
        package.RemovingTag += (_, args) => removed ??= $"tag {args.Tag.LocalName}: {args.Reason}";
        package.RemovingAttribute += (_, args) => removed ??= $"attribute {args.Attribute.Name}={args.Attribute.Value}: {args.Reason}";
        package.RemovingStyle += (_, args) => removed ??= $"style {args.Style.Name}: {args.Reason}";
        package.RemovingComment += (_, args) => removed ??= args.Comment.Data == "more" && policy == HtmlPolicy.Post
            ? null
            : $"comment {args.Comment.Data}";
        package.Sanitize(html);
        return removed;
    }

    private static Ganss.Xss.HtmlSanitizer Package(HtmlPolicy policy)
    {
        var options = new Ganss.Xss.HtmlSanitizerOptions
        {
            AllowedTags = Elements.Split(' ')
                .Where(name => policy.ElementOf(Encoding.UTF8.GetBytes(name)) == name)
                .ToHashSet(StringComparer.Ordinal),
            AllowedAttributes = (policy == HtmlPolicy.Post ? $"{Attributes} {AttributesOfPosts}" : Attributes)
                .Split(' ')
                .ToHashSet(StringComparer.Ordinal),
            AllowedSchemes = Schemes.Split(' ').ToHashSet(StringComparer.Ordinal),
            UriAttributes = new[] { "href", "src" }.ToHashSet(StringComparer.Ordinal),
        };
        return new Ganss.Xss.HtmlSanitizer(options) { KeepChildNodes = true };
    }
}
