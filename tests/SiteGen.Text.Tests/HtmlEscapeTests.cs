using System.Text;

namespace SiteGen.Text.Tests;

public sealed class HtmlEscapeTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain ä €", "plain ä €")]
    [InlineData("<a href=\"x\" title='y'>&amp;</a>", "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;")]
    [InlineData("&", "&amp;")]
    [InlineData("<<", "&lt;&lt;")]
    [InlineData("{{ 1 }}", "{{ 1 }}")]
    public void Five_characters_become_references(string text, string expected)
    {
        Assert.Equal(expected, HtmlEscape.Escape(text));
        var buffer = new Utf8Buffer();
        HtmlEscape.Write(buffer, Encoding.UTF8.GetBytes(text));
        Assert.Equal(expected, buffer.ToString());
        Assert.Equal(text == expected, HtmlEscape.IsClean(text));
    }
}
