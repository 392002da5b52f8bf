using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SiteGen.Tables;

/// <summary>The Unicode CLDR: how languages name days, write dates, count and quote.</summary>
public sealed partial class LanguageSource : TableSource
{
    /// <inheritdoc/>
    public override string Name => "languages";

    /// <inheritdoc/>
    public override string Option => "--cldr";

    /// <inheritdoc/>
    public override string DefaultFolder => "/usr/share/unicode/cldr/common";

    /// <inheritdoc/>
    public override string Package => "unicode-cldr-core";

    /// <inheritdoc/>
    public override string VersionFile => "dtd/ldml.dtd";

    /// <inheritdoc/>
    public override ImmutableArray<string> Paths => [DateNameTable.OutputPath, PluralTable.OutputPath, QuoteTable.OutputPath];

    /// <inheritdoc/>
    public override string Describe(string folder) =>
        Version().Match(File.ReadAllText(Path.Combine(folder, VersionFile))) is { Success: true } match
            ? $"Unicode CLDR {match.Groups[1].Value}"
            : throw new InvalidDataException($"{VersionFile} does not have its version");

    /// <inheritdoc/>
    public override ImmutableArray<GeneratedFile> Generate(string folder)
    {
        var (locales, header) = (new CldrLocales(folder), GeneratedFile.Header(Name, Describe(folder)));
        return
        [
            new GeneratedFile(DateNameTable.OutputPath, header + DateNameTable.Write(locales)),
            new GeneratedFile(PluralTable.OutputPath, header + PluralTable.Write(folder, locales)),
            new GeneratedFile(QuoteTable.OutputPath, header + QuoteTable.Write(locales)),
        ];
    }

    [GeneratedRegex("cldrVersion CDATA #FIXED \"([0-9.]+)\"")]
    private static partial Regex Version();
}
