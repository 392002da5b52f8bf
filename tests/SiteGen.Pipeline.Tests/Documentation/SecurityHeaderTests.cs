using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Inspection;
using SiteGen.Pipeline.Markdown.Embeds;
using SiteGen.Testing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Documentation;

/// <summary>The headers that are recommended are those that the options of a site need.</summary>
public sealed class SecurityHeaderTests
{
    private static SiteOptions Options(string yaml)
    {
        var given = SiteFileReader.Read(new SourceText("sitegen.yml", System.Text.Encoding.UTF8.GetBytes(yaml))).Value;
        return OptionsResolver.Resolve(given, "sitegen.yml", TestClock.At("2026-06-01T12:00:00Z")).Value;
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("posts/hosting.md")]
    public void The_guide_shows_the_policy_of_a_blog_without_options(string path) =>
        Assert.Contains(
            $"Content-Security-Policy: {SecurityHeaders.PolicyOf(Options("title: A"))}\n",
            File.ReadAllText(Repository.PathOf(path)),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("title: A", "", "")]
    [InlineData("code: {copy: true}", "script-src 'self'", "")]
    [InlineData("theme: {switch: true}", "script-src 'self'", "")]
    [InlineData("search: true", "script-src 'self'", "")]
    [InlineData("theme: {switch: false}", "", "")]
    [InlineData(
        "embeds: iframe", "", "frame-src https://www.youtube-nocookie.com https://player.vimeo.com https://www.slideshare.net")]
    [InlineData("embeds: card", "", "")]
    public void An_option_allows_what_it_needs(string yaml, string scripts, string frames)
    {
        var directives = SecurityHeaders.PolicyOf(Options(yaml)).Split("; ");
        Assert.Equal(scripts, directives.FirstOrDefault(part => part.StartsWith("script-src", StringComparison.Ordinal)) ?? "");
        Assert.Equal(frames, directives.FirstOrDefault(part => part.StartsWith("frame-src", StringComparison.Ordinal)) ?? "");
        Assert.All(directives, directive => Assert.DoesNotContain("unsafe", directive, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://youtu.be/abcdefghijk")]
    [InlineData("https://vimeo.com/123456")]
    [InlineData("https://www.slideshare.net/slideshow/embed_code/12345")]
    public void Every_frame_comes_from_a_host_that_is_allowed(string address) =>
        Assert.Contains(Embed.FrameHosts, host => Embed.Parse(address)?.Frame?.StartsWith(host + "/", StringComparison.Ordinal) == true);
}
