using System.Text;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Loading;

/// <summary>Every text file of a site may be in the encoding of an old or a foreign editor.</summary>
public sealed class SourceEncodingTests
{
    private const string Site =
        """
        -- sitegen.yml --
        title: Grüße
        languages: [de]
        author: ann
        -- authors.yml --
        ann: Änne
        -- templates/post.html --
        <b>é {{ site.title }} {{ post.authors[0].name }} {{ site.data.list[0] }} {{ words.read_on }}
        -- data/list.yml --
        - Größe
        -- data/i18n/en.yml --
        read_on: weiß
        -- posts/a.md --
        ---
        title: Tür
        ---
        """;

    private static readonly Dictionary<string, Encoding> s_encodings = new()
    {
        ["UTF-16 with a mark"] = Encoding.Unicode,
        ["UTF-16 big-endian with a mark"] = Encoding.BigEndianUnicode,
        ["UTF-16"] = new UnicodeEncoding(false, byteOrderMark: false),
        ["UTF-16 big-endian"] = new UnicodeEncoding(true, byteOrderMark: false),
        ["UTF-32 with a mark"] = Encoding.UTF32,
        ["UTF-32 big-endian"] = new UTF32Encoding(true, byteOrderMark: false),
        ["Windows-1252"] = Encoding.Latin1,
    };

    public static TheoryData<string, string> Files
    {
        get
        {
            var data = new TheoryData<string, string>();
            string[] paths =
            [
                "sitegen.yml", "authors.yml", "templates/post.html", "data/list.yml", "data/i18n/en.yml", "posts/a.md"
            ];
            foreach (var path in paths)
            {
                foreach (var encoding in s_encodings.Keys)
                {
                    data.Add(path, encoding);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_in_another_encoding_is_read_with_a_warning(string path, string name)
    {
        using var site = TestSite.From(Site).Build().Problems();
        var expected = site.Output("posts/a/index.html");
        Assert.Contains("<b>é Grüße Änne Größe weiß", expected, StringComparison.Ordinal);

        var text = File.ReadAllText(Path.Combine(site.SourceFolder, path));
        var encoding = s_encodings[name];
        site.Write(path, [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]).Forget().Build();
        site.Problems($"{path}: warning SG2105: this file is not UTF-8; it was read as {name.Split(' ')[0]}");
        Assert.Equal(expected, site.Output("posts/a/index.html"));
    }
}
