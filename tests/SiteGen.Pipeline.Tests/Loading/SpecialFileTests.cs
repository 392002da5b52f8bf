using System.Diagnostics;
using System.Net.Sockets;
using SiteGen.Pipeline.Loading.Files;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Loading;

/// <summary>What is in a folder of sources and is no file, or none that can be read: told, and the rest is built.</summary>
public sealed class SpecialFileTests
{
    private const string One = "-- posts/a.md --\n---\ntitle: A\n---\n-- static/x.txt --\nx\n-- data/d.yml --\na: 1\n";

    [Theory]
    [InlineData("posts/p.md")]
    [InlineData("posts/p.html")]
    [InlineData("posts/p.jpg")]
    [InlineData("pages/p.md")]
    [InlineData("static/p")]
    [InlineData("data/p.yml")]
    [InlineData("data/comments/p.json")]
    [InlineData("templates/home.html")]
    [InlineData("templates/assets/p.css")]
    [InlineData("authors.yml")]
    public void A_pipe_among_the_sources_is_left_out_with_a_warning(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var site = TestSite.From(One);
        Pipe(site, path);
        site.Build().Problems($"{path}: warning SG1015: this is a pipe, not a file, and was left out").Has("posts/a/index.html");
    }

    [Fact]
    public void A_socket_and_a_device_are_left_out_with_a_warning()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var site = TestSite.From(One);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(site.SourceFolder, "static/s")));
        site.Build().Problems("static/s: warning SG1015: this is a socket, not a file, and was left out").Has("posts/a/index.html");
        Assert.Equal("a device", SpecialFile.KindOf("/dev/zero"));
        Assert.Null(SpecialFile.KindOf(site.SourceFolder));
        Assert.Null(SpecialFile.KindOf(Path.Combine(site.SourceFolder, "posts/a.md")));
        Assert.Null(SpecialFile.KindOf(Path.Combine(site.SourceFolder, "posts/none.md")));
    }

    [Fact]
    public void A_pipe_in_the_place_of_the_configuration_is_an_error()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var site = TestSite.From(One);
        Pipe(site, "sitegen.yml");
        site.Build().Problems("sitegen.yml: error SG1001: the configuration cannot be read: it is a pipe");
    }

    [Fact]
    public void A_pipe_in_the_place_of_an_output_is_not_waited_for()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var site = TestSite.From(One).Build();
        site.Delete("_site/x.txt").Forget();
        Pipe(site, "_site/x.txt");
        site.Build().ProblemCount(0).Is("x.txt", "x\n");
    }

    [Fact]
    public void A_link_to_itself_and_two_that_lead_to_each_other_are_told()
    {
        using var site = TestSite.From(One);
        File.CreateSymbolicLink(Path.Combine(site.SourceFolder, "posts/self.md"), "self.md");
        Directory.CreateDirectory(Path.Combine(site.SourceFolder, "posts/x"));
        Directory.CreateDirectory(Path.Combine(site.SourceFolder, "posts/y"));
        Directory.CreateSymbolicLink(Path.Combine(site.SourceFolder, "posts/x/l"), "../y");
        Directory.CreateSymbolicLink(Path.Combine(site.SourceFolder, "posts/y/l"), "../x");
        site.Build().Problems(
            "posts/self.md: warning SG1006: this link leads to 'self.md', and from there back to itself",
            "posts/x/l/l: warning SG1006: this link leads to '../x', and from there back to itself",
            "posts/y/l/l: warning SG1006: this link leads to '../y', and from there back to itself").Has("posts/a/index.html");
    }

    [Fact]
    public void A_name_that_is_not_UTF_8_is_told()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var site = TestSite.From(One);
        Run("sh", "-c", $"cd '{site.SourceFolder}/posts' && mkdir \"$(printf 'd\\377')\" && echo x > \"$(printf 'c\\377.md')\"");
        site.Build().Problems(
            "posts/c\uFFFD.md: error SG1005: this cannot be read: its name is not UTF-8",
            "posts/d\uFFFD: error SG1005: this cannot be read: its name is not UTF-8").Has("posts/a/index.html");
        Run("rm", "-r", Path.Combine(site.SourceFolder, "posts"));
    }

    [Theory]
    [InlineData("posts/big.md", 5)]
    [InlineData("pages/big.html", 5)]
    [InlineData("data/big.json", 10)]
    [InlineData("templates/home.html", 10)]
    public void A_text_that_is_too_large_is_an_error_with_its_name(string path, int most)
    {
        using var site = TestSite.From(One, $"-- {path} --\n---\ntitle: Big\n---\n");
        using (var file = File.OpenWrite(Path.Combine(site.SourceFolder, path)))
        {
            file.SetLength(3L << 30);
        }

        site.Build().Problems($"{path}: error SG1016: this file has 3072.0 MB, and may have {most} MB").Has("posts/a/index.html");
    }

    [Fact]
    public void A_configuration_that_is_too_large_is_an_error()
    {
        using var site = TestSite.From(One, "-- sitegen.yml --\n");
        using (var file = File.OpenWrite(Path.Combine(site.SourceFolder, "sitegen.yml")))
        {
            file.SetLength(3L << 30);
        }

        site.Build().Problems("sitegen.yml: error SG1001: the configuration cannot be read: it is larger than 10 MB");
    }

    [Fact]
    public void A_file_just_above_the_size_of_a_block_is_copied_as_it_is()
    {
        var bytes = new byte[(256 << 10) + 1];
        new Random(1).NextBytes(bytes);
        using var site = TestSite.From(One).Write("static/a.bin", bytes).Build().Changes(14, 0, 0);
        Assert.Equal(bytes, File.ReadAllBytes(Path.Combine(site.OutputFolder, "a.bin")));
        bytes[^1]++;
        site.Write("static/a.bin", bytes).Forget().Build().Changes(0, 1, 0);
        Assert.Equal(bytes, File.ReadAllBytes(Path.Combine(site.OutputFolder, "a.bin")));
        site.Delete("static/a.bin").Forget().Build().Changes(0, 0, 1);
    }

    private static void Pipe(TestSite site, string path)
    {
        var full = Path.Combine(site.SourceFolder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        Run("mkfifo", full);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
