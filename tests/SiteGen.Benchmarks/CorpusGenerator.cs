using System.Globalization;
using System.Text;

namespace SiteGen.Benchmarks;

/// <summary>Writes blog posts that look like posts: the same for the same seed, on every machine.</summary>
/// <remarks>Post <c>i</c> depends on the seed and on <c>i</c> alone, so that a larger corpus holds the smaller one.</remarks>
internal sealed class CorpusGenerator(int seed)
{
    private static readonly string[] s_words = (
        "the of and a to in that it was for on with as at by this from or one had not but what all were when there can said use each "
        + "time look two more write go see number way people first water been call who now find long down day did get come made may part "
        + "server page letter river bread music winter garden window mountain picture story machine kernel cache script theme comment "
        + "ticket harvest copper canvas lantern engine bridge market signal pocket velvet meadow kettle orchard harbour").Split(' ');

    private static readonly string[] s_tags =
    [
        "music", "cooking", "travel", "code", "history", "garden", "maps", "books", "science", "art"
    ];

    private static readonly string[] s_elsewhere =
        ["Grüße aus Köln: größer, schöner, weiter.", "昨日は図書館で本を借りました。", "Съешь ещё булок, да выпей чаю.", "L’été à la crème."];

    private ulong _state;

    /// <summary>Writes posts into a folder.</summary>
    public void Write(string folder, int count)
    {
        Directory.CreateDirectory(folder);
        for (var i = 0; i < count; i++)
        {
            File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"post-{i:000000}.md")), Post(i, count));
        }
    }

    private string Post(int index, int count)
    {
        _state = ((ulong)(uint)seed << 32) ^ ((ulong)index * 0x9E3779B97F4A7C15) ^ 0xD1B54A32D192ED03;
        var text = new StringBuilder("---\n");
        var date = new DateTime(2012, 1, 1).AddMinutes((long)index * 6_500_000 / count);
        text.Append(
            CultureInfo.InvariantCulture,
            $"title: \"{Capital(Words(3, 6))} & {Words(1, 1)}\"\ndate: {date:yyyy-MM-ddTHH:mm:ssZ}\n");
        text.Append(CultureInfo.InvariantCulture, $"tags: [{s_tags[Next(10)]}, {s_tags[Next(10)]}-{Next(20)}]\n");
        text.Append(CultureInfo.InvariantCulture, $"description: \"{Capital(Words(12, 20))}.\"\nauthor: Author {Next(6)}\n---\n\n");
        var blocks = 6 + Next(14);
        for (var block = 0; block < blocks; block++)
        {
            AddBlock(text);
        }

        return text.ToString();
    }

    private void AddBlock(StringBuilder text)
    {
        switch (Next(12))
        {
            case 0:
                text.Append(CultureInfo.InvariantCulture, $"## {Capital(Words(2, 5))}\n\n");
                break;
            case 1:
                text.Append(CultureInfo.InvariantCulture, $"- {Words(3, 9)}\n- *{Words(2, 4)}* {Words(3, 9)}\n- {Words(3, 9)}\n\n");
                break;
            case 2:
                text.Append(CultureInfo.InvariantCulture, $"> {Capital(Words(10, 25))}.\n\n");
                break;
            case 3:
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"```js\nconst {Words(1, 1)} = \"{Words(2, 4)}\";\nif (a < b && c) {{ run(); }}\n```\n\n");
                break;
            case 4:
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| {Words(1, 1)} | {Words(1, 1)} |\n|---|--:|\n| {Words(2, 3)} | {Next(999)} |\n| {Words(2, 3)} | {Next(999)} |\n\n");
                break;
            case 5:
                text.Append(s_elsewhere[Next(s_elsewhere.Length)]).Append("\n\n");
                break;
            default:
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"""
                    {Capital(Words(20, 60))}, **{Words(1, 3)}** and [{Words(1, 3)}](https://example.org/{Next(9999)}). {Capital(Words(10, 40))}.


                    """);
                break;
        }
    }

    private string Words(int least, int most) =>
        string.Join(' ', Enumerable.Range(0, least + Next(most - least + 1)).Select(_ => s_words[Next(s_words.Length)]));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    // splitmix64: small, and the same everywhere.
    private int Next(int below)
    {
        _state += 0x9E3779B97F4A7C15;
        var z = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)below);
    }
}
