using System.Text;
using SiteGen.Pipeline.Html;
using SiteGen.Pipeline.Tests.Theme;
using SiteGen.Pipeline.Urls;

namespace SiteGen.Pipeline.Tests.Html;

public sealed class HtmlSanitizerTests
{
    // Spellings that browsers have run, of every family: broken tags, odd quotes, entities, foreign content, raw text, attributes.
    private static readonly string[] s_hostile =
    [
        "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "<scr<script>ipt>alert(1)</script>",
        "<script>alert(1)", "<script/xss>alert(1)</script >",
        "<img src=x onerror=alert(1)>", "<img src=x:alert(alt) onerror=eval(src) alt=xss>", "<svg/onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>", "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
        "<math><mtext></p><style><a title=\"</style><img src onerror=alert(1)>\">", "<a href=javascript:alert(1)>x</a>",
        "<a href=\"java\nscript:alert(1)\">x</a>", "<a href=\"&#106;avascript&colon;alert(1)\">x</a>",
        "<a href=\"\u0001javascript:alert(1)\">x</a>", "<a href='vbscript:x'>x</a>",
        "<a href='data:text/html,<script>alert(1)</script>'>x</a>", "<a href=\"https://a.example/\" onclick=alert(1)>x</a>",
        "<a href='https://a.example/\" onclick=alert(1) x=\"'>x</a>", "<a href=https://a.example/`onclick=alert(1)>x</a>",
        "<b style=\"background:url(javascript:x)\">x</b>", "<body onload=alert(1)>",
        "<iframe srcdoc='<script>alert(1)</script>'>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<textarea><script>alert(1)</script></textarea>",
        "<title><img src=x onerror=alert(1)></title>", "<xmp><img src=x onerror=alert(1)></xmp>",
        "<plaintext><script>alert(1)</script>",
        "<!--><img src=x onerror=alert(1)>-->", "<!-- --!><img src=x onerror=alert(1)> -->",
        "<![CDATA[<img src=x onerror=alert(1)>]]>", "<?php echo '<script>'; ?><script>alert(1)</script>",
        "<!DOCTYPE x [<!ENTITY y '<script>'>]>",
        "<b <script>alert(1)</script>", "<b/onclick=alert(1)>x", "<b\u000conclick=alert(1)>x", "<<script>alert(1)//<</script>",
        "<b a='>' onclick=alert(1)>", "</p onclick=alert(1)>", "<form action=javascript:alert(1)><button>x</button></form>",
        "<input autofocus onfocus=alert(1)>", "<details ontoggle=alert(1) open>", "<video><source onerror=alert(1)></video>",
        "<object data='javascript:alert(1)'></object>", "<embed src='javascript:alert(1)'>",
        "<link rel=stylesheet href=javascript:x>",
        "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>", "<base href=javascript:alert(1)//>",
        "<template><script>alert(1)</script></template>", "<p id=x name=y>",
        "<abbr title='\"><script>alert(1)</script>'>x</abbr>", "<code class='language-\" onclick=\"alert(1)'>x</code>",
    ];

    public static TheoryData<string> Hostile => [.. s_hostile];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Law_8_what_could_run_is_gone_for_a_browser_too(string html)
    {
        foreach (var policy in (HtmlPolicy[])[HtmlPolicy.Comment, HtmlPolicy.Post, HtmlPolicy.Phrase])
        {
            var reduced = Reduce(html + " behind", policy);
            AssertHarmless(reduced, policy);
            // Reducing what is reduced changes nothing: there is one way to read it.
            Assert.Equal(reduced, Reduce(reduced, policy));
        }
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void Law_8_pieces_of_hostile_HTML_in_any_order_are_harmless_too()
    {
        const int Seed = 4711;
        var random = new Random(Seed);
        string[] pieces =
        [
            .. s_hostile, "<p>", "</p>", "<ul><li>", "</ul>", "<a href=\"https://a.example/\">", "</a>",
            "<blockquote>", "<pre>", "'", "\"", ">", "<", "&", "=", "<!--", "-->", "</script>", "<style>",
            "<table><tr><td>"
        ];
        for (var i = 0; i < 3000; i++)
        {
            var html = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ =>
            {
                var piece = pieces[random.Next(pieces.Length)];
                return random.Next(4) == 0 ? piece[..random.Next(piece.Length + 1)] : piece;
            }));
            AssertHarmless(Reduce(html, HtmlPolicy.Comment), HtmlPolicy.Comment);
            AssertHarmless(Reduce(html, HtmlPolicy.Post), HtmlPolicy.Post);
        }
    }

    [Theory]
    [InlineData("<p>a <em>b</em></p>", "<p>a <em>b</em></p>")]
    [InlineData("<p>a<p>b <em>c<p>d", "<p>a</p><p>b <em>c</em></p><p>d</p>")]
    [InlineData("<em>a<p>b</em>c", "<em>a</em><p>bc</p>")]
    [InlineData("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e", "<ul><li>a</li><li>b<ul><li>c</li></ul></li><li>d</li></ul>e")]
    [InlineData("<li>a</li><dd>b</dd></ul></b>c", "abc")]
    [InlineData("<h2>T</h2><div>a</div><div>b</div>", "<p>T</p>a\nb")]
    [InlineData("<a href=\"https://a.example/?b&amp;c\">x</a>", "<a href=\"https://a.example/?b&amp;c\" rel=\"nofollow ugc\">x</a>")]
    [InlineData(
        "<a href=https://a.example/ rel=me target=_blank>x <a href='http://b.example'>y",
        "<a href=\"https://a.example/\" rel=\"nofollow ugc\">x </a><a href=\"http://b.example\" rel=\"nofollow ugc\">y</a>")]
    [InlineData(
        "<a href='ht\ttps://a.ex\nample/'>x</a> <a href='https://a.example/?to=ada@exa&#9;mple.org'>y</a>",
        "<a href=\"https://a.example/\" rel=\"nofollow ugc\">x</a> y")]
    [InlineData("<a href=/about>x</a> <a href=#y>y</a> <a>z</a> <a href=//c.example>c</a>", "x y z c")]
    [InlineData("a < b & c &amp; d &lt;e&gt; I <3 you <", "a &lt; b &amp; c &amp; d &lt;e&gt; I &lt;3 you &lt;")]
    [InlineData(
        "<pre><code class=\"language-cs\">a\n  b &lt;c&gt;</code></pre>",
        "<pre><code class=\"language-cs\">a\n  b &lt;c&gt;</code></pre>")]
    [InlineData("a<br>b<br/>c<hr>", "a<br>b<br>c<hr>")]
    [InlineData("<strike>a</strike> <tt>b</tt> <SPAN>c</SPAN><font color=red>d</font>", "<s>a</s> <code>b</code> cd")]
    [InlineData("<style>p{}</style>a<script>b</script>c", "ac")]
    public void What_a_stranger_says_stays(string html, string expected) => Assert.Equal(expected, Reduce(html, HtmlPolicy.Comment));

    [Theory]
    [InlineData("write to ada@example.org.", "write to ada@….")]
    [InlineData("<a href=\"mailto:ada@example.org\">ada@example.org</a>", "ada@…")]
    [InlineData("ada&#64;example&period;org ada&commat;example.org", "ada@… ada@…")]
    [InlineData("ada@<!-- x -->example.org ada<font>@</font>example.org", "ada@… ada@…")]
    [InlineData("<a href=\"https://a.example/?to=ada%40example.org\">x</a> <a href=\"https://ada@a.example/\">y</a>", "x y")]
    [InlineData(
        "<a href=\"https://social.example/@ada@other.example\">@ada@other.example</a>",
        "<a href=\"https://social.example/@ada@other.example\" rel=\"nofollow ugc\">@ada@other.example</a>")]
    [InlineData("<code>a.b+c@x-y.co.uk</code> <abbr title='ada@example.org'>x</abbr>", "<code>a.b+c@…</code> <abbr>x</abbr>")]
    [InlineData("at @ 5, a@b, @ada, ada@, müller@bücher.example", "at @ 5, a@b, @ada, ada@, müller@…")]
    public void Nobody_s_mailbox_is_published(string html, string expected) => Assert.Equal(expected, Reduce(html, HtmlPolicy.Comment));

    [Fact]
    public void Ten_thousand_open_elements_are_closed_and_few_deep()
    {
        var reduced = Reduce(string.Concat(Enumerable.Repeat("<b><blockquote>", 10_000)) + "x", HtmlPolicy.Comment);
        Assert.InRange(reduced.Length, 1, 2000);
        Assert.Equal(0, HostileSite.Parse(reduced).QuerySelectorAll("script").Length);
        Assert.DoesNotMatch(@"\w@\w", Reduce(string.Concat(Enumerable.Repeat("a@b.c", 50_000)), HtmlPolicy.Comment));
    }

    private static string Reduce(string html, HtmlPolicy policy) =>
        Encoding.UTF8.GetString(HtmlSanitizer.Reduce(Encoding.UTF8.GetBytes(html), policy).Html);

    private static void AssertHarmless(string html, HtmlPolicy policy)
    {
        var page = HostileSite.Parse($"<!DOCTYPE html><body><div id=around>{html}</div><p id=behind>");
        foreach (var element in page.Body!.QuerySelectorAll("#around *"))
        {
            Assert.Equal(
                element.LocalName,
                policy.ElementOf(Encoding.UTF8.GetBytes(element.LocalName))
                    ?? (element.LocalName == "tbody" ? "tbody" : $"no {element.LocalName}"));
            Assert.All(element.Attributes, attribute => Assert.DoesNotMatch("^on|^style$|^srcdoc$|^action$|:", attribute.Name));
            Assert.All(
                element.Attributes.Where(attribute => attribute.Name is "href" or "src"),
                attribute => Assert.True(UrlSafety.IsSafe(attribute.Value), attribute.Value));
        }

        // What stands behind is where it was: nothing was left open.
        Assert.Equal("body", page.GetElementById("behind")?.ParentElement?.LocalName);
    }
}
