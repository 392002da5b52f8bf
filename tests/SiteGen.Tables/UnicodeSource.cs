using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SiteGen.Tables;

/// <summary>The Unicode Character Database: what normalization needs (UAX #15, UAX #44).</summary>
public sealed class UnicodeSource : TableSource
{
    private const string OutputPath = "src/SiteGen.Text/CanonicalMappings.Generated.cs";
    private const string CompatibilityPath = "src/SiteGen.Text/CompatibilityMappings.Generated.cs";

    /// <inheritdoc/>
    public override string Name => "unicode";

    /// <inheritdoc/>
    public override string Option => "--unicode";

    /// <inheritdoc/>
    public override string DefaultFolder => "/usr/share/unicode";

    /// <inheritdoc/>
    public override string Package => "unicode-data";

    /// <inheritdoc/>
    public override string VersionFile => "DerivedNormalizationProps.txt";

    /// <inheritdoc/>
    public override ImmutableArray<string> Paths => [OutputPath, CompatibilityPath];

    /// <inheritdoc/>
    public override string Describe(string folder)
    {
        // '# DerivedNormalizationProps-15.0.0.txt'; UnicodeData.txt does not say.
        var first = File.ReadLines(Path.Combine(folder, VersionFile)).First();
        var dash = first.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && first.EndsWith(".txt", StringComparison.Ordinal)
            ? $"Unicode Character Database {first[(dash + 1)..^4]}"
            : throw new InvalidDataException($"{VersionFile} does not begin with its version");
    }

    /// <inheritdoc/>
    public override ImmutableArray<GeneratedFile> Generate(string folder)
    {
        var (classes, decompositions) = ReadCharacters(folder);
        var excluded = Properties(folder).Where(row => row.Property == "Full_Composition_Exclusion").Select(row => row.Code).ToHashSet();
        var unstable = classes.Keys.Concat(Properties(folder).Where(row => row.Property == "NFC_QC").Select(row => row.Code)).ToHashSet();
        var pairs = decompositions.Where(row => row.Second != 0 && !excluded.Contains(row.Code))
            .OrderBy(row => row.First).ThenBy(row => row.Second);

        var text = new StringBuilder(GeneratedFile.Header(Name, Describe(folder)));
        text.Append("""
            namespace SiteGen.Text;

            internal static partial class CanonicalMappings
            {

            """);
        Append(text, "Decompositions", decompositions.OrderBy(row => row.Code).Select(row => Packed(row.Code, row.First, row.Second)));
        Append(text, "Pairs", pairs.Select(row => Packed(row.First, row.Second, row.Code)));
        Append(text, "Classes", Ranges(classes).Select(range => Packed(range.First, range.Last, range.Value)));
        Append(text, "Unstable", Ranges(unstable.ToDictionary(code => code, _ => 1)).Select(range => Packed(range.First, range.Last, 0)));
        text.Length--;
        return [new GeneratedFile(OutputPath, text.Append("}\n").ToString()), new GeneratedFile(CompatibilityPath, Compatibility(folder))];
    }

    // Each row: a code point, where what it stands for begins in the text, and how long that is; one of one character is the row itself.
    private string Compatibility(string folder)
    {
        var text = new StringBuilder(GeneratedFile.Header(Name, Describe(folder)));
        text.Append("""
            namespace SiteGen.Text;

            internal static partial class CompatibilityMappings
            {

            """);
        var all = new List<int>();
        var rows = new List<ulong>();
        foreach (var (code, parts) in ReadCompatibility(folder).OrderBy(row => row.Code))
        {
            rows.Add(parts.Length == 1 ? Packed(code, parts[0], 0) : Packed(code, all.Count, parts.Length));
            all.AddRange(parts.Length == 1 ? [] : parts);
        }

        Append(text, "Rows", rows);
        text.Append("    private static ReadOnlySpan<int> Sequences =>\n    [\n");
        foreach (var line in all.Chunk(16))
        {
            text.Append("        ").AppendJoin(", ", line.Select(code => $"0x{code:X}")).Append(",\n");
        }

        return text.Append("    ];\n}\n").ToString();
    }

    // As written: what a character stands for may stand for something else in turn.
    private static IEnumerable<(int Code, int[] Parts)> ReadCompatibility(string folder) =>
        File.ReadLines(Path.Combine(folder, "UnicodeData.txt")).Select(line => line.Split(';'))
            .Where(fields => fields[5].StartsWith('<'))
            .Select(fields => (Hex(fields[0]), fields[5].Split(' ').Skip(1).Select(Hex).ToArray()));

    // UnicodeData.txt: code;name;category;combining class;bidirectional class;decomposition;… A tag in '<' makes it a compatibility
    // decomposition. Hangul syllables have ranges there and are arithmetic.
    private static (Dictionary<int, int> Classes, List<(int Code, int First, int Second)> Decompositions) ReadCharacters(string folder)
    {
        var (classes, decompositions) = (new Dictionary<int, int>(), new List<(int, int, int)>());
        foreach (var line in File.ReadLines(Path.Combine(folder, "UnicodeData.txt")))
        {
            var fields = line.Split(';');
            var code = Hex(fields[0]);
            if (fields[3] != "0")
            {
                classes[code] = int.Parse(fields[3], CultureInfo.InvariantCulture);
            }

            if (fields[5].Length > 0 && fields[5][0] != '<')
            {
                var parts = fields[5].Split(' ');
                decompositions.Add((code, Hex(parts[0]), parts.Length > 1 ? Hex(parts[1]) : 0));
            }
        }

        return (classes, decompositions);
    }

    // DerivedNormalizationProps.txt: 'first[..last] ; property [; value] # remark'.
    private static IEnumerable<(int Code, string Property)> Properties(string folder)
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, "DerivedNormalizationProps.txt")))
        {
            var fields = line.Split('#')[0].Split(';', StringSplitOptions.TrimEntries);
            if (fields.Length > 1)
            {
                var ends = fields[0].Split("..");
                for (var code = Hex(ends[0]); code <= Hex(ends[^1]); code++)
                {
                    yield return (code, fields[1]);
                }
            }
        }
    }

    private static List<(int First, int Last, int Value)> Ranges(Dictionary<int, int> values)
    {
        var ranges = new List<(int First, int Last, int Value)>();
        foreach (var (code, value) in values.OrderBy(pair => pair.Key))
        {
            if (ranges.Count > 0 && ranges[^1].Last == code - 1 && ranges[^1].Value == value)
            {
                ranges[^1] = ranges[^1] with { Last = code };
            }
            else
            {
                ranges.Add((code, code, value));
            }
        }

        return ranges;
    }

    // A code point has 21 bits.
    private static ulong Packed(int a, int b, int c) => ((ulong)a << 42) | ((ulong)b << 21) | (uint)c;

    private static void Append(StringBuilder text, string name, IEnumerable<ulong> values)
    {
        text.Append(CultureInfo.InvariantCulture, $"    private static ReadOnlySpan<ulong> {name} =>\n    [\n");
        foreach (var line in values.Chunk(6))
        {
            text.Append("        ").AppendJoin(", ", line.Select(value => $"0x{value:X}")).Append(",\n");
        }

        text.Append("    ];\n\n");
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
