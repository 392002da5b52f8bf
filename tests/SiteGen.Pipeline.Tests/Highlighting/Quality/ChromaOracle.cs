using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using SiteGen.Testing;

namespace SiteGen.Pipeline.Tests.Highlighting.Quality;

/// <summary>What Hugo's Chroma says of codes, for languages that TextMate's grammars lack or lose their way in.</summary>
internal sealed partial class ChromaOracle : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ClassMap _map = new("chroma.txt");
    private readonly (string Language, string Code)[] _codes;

    /// <summary>Lets Hugo colour the codes.</summary>
    public ChromaOracle((string Language, string Code)[] codes)
    {
        _codes = codes;
        if (codes.Length == 0)
        {
            return;
        }

        Write("config.toml", "baseURL=\"https://example.com/\"\n[markup.highlight]\nnoClasses=false\n");
        Write("layouts/_default/single.html", "{{ .Content }}");
        for (var i = 0; i < codes.Length; i++)
        {
            Write($"content/p{i}.md", $"---\ntitle: x\n---\n`````{codes[i].Language}\n{codes[i].Code}\n`````\n");
        }

        var start = new ProcessStartInfo("hugo", ["--quiet", "-s", _folder.Path, "-d", Path.Combine(_folder.Path, "public")]);
        using var process = Process.Start(start);
        process?.WaitForExit();
    }

    /// <summary>The class of every character of one of the codes.</summary>
    public string[] Read(string language, string code)
    {
        var html = File.ReadAllText(Path.Combine(_folder.Path, "public", $"p{Array.IndexOf(_codes, (language, code))}", "index.html"));
        var classes = Enumerable.Repeat(ClassMap.Other, code.Length).ToArray();
        var open = new Stack<string>();
        var at = 0;
        foreach (Match part in Part().Matches(Body().Match(html).Groups[1].Value))
        {
            if (part.Groups["class"].Success)
            {
                open.Push(part.Groups["class"].Value);
            }
            else if (part.Value == "</span>")
            {
                open.Pop();
            }
            else
            {
                var text = WebUtility.HtmlDecode(part.Value);
                var length = int.Min(text.Length, code.Length - at);
                Assert.Equal(code.Substring(at, length), text[..length]);
                var name = open.TryPeek(out var top) ? top : "";
                Array.Fill(classes, _map.Find(language, name, text, "") ?? ClassMap.Other, at, length);
                at += length;
            }
        }

        return classes;
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string path, string text)
    {
        var full = Path.Combine(_folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? "");
        File.WriteAllText(full, text);
    }

    [GeneratedRegex("<code[^>]*>(.*)</code>", RegexOptions.Singleline)]
    private static partial Regex Body();

    [GeneratedRegex("<span class=\"?(?<class>[\\w ]+)\"?>|</span>|[^<]+")]
    private static partial Regex Part();
}
