using System.Collections.Immutable;
using System.Text;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Localization;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Reads a translation file: <c>read_on: Read on</c>, or below a name one text for each plural category.</summary>
internal sealed class TranslationFileReader
{
    private readonly SourceText _source;
    private readonly ImmutableArray<Diagnostic>.Builder _problems = ImmutableArray.CreateBuilder<Diagnostic>();

    private TranslationFileReader(SourceText source) => _source = source;

    /// <summary>Reads a file; null when it is not usable at all.</summary>
    public static ParseResult<TranslationFile?> Read(SourceFile file, SourceText source)
    {
        var name = SitePath.NameOf(file.Path);
        if (LanguageTag.Normalize(name) is not { } language)
        {
            return new(null, [Diagnostic.InFile(TranslationMessages.NotALanguage(name), file.Path)]);
        }

        var isOfTheme = file.RelativePath.Contains('/', StringComparison.Ordinal);
        var fingerprint = Fingerprint.Compute(source.Bytes.Span).And(file.Path);
        if (file.FullPath is null)
        {
            var words = new Lazy<ImmutableArray<TranslationEntry>>(() => ReadEntries(source).Value);
            return new(new TranslationFile(language, isOfTheme, words, fingerprint) { IsBuiltIn = true }, []);
        }

        var read = ReadEntries(source);
        return read.Value.IsDefault
            ? new(null, read.Diagnostics)
            : new(new TranslationFile(language, isOfTheme, new(read.Value), fingerprint), read.Diagnostics);
    }

    // The default when the file is not usable at all.
    private static ParseResult<ImmutableArray<TranslationEntry>> ReadEntries(SourceText source)
    {
        var (node, problem) = YamlReader.Read(Encoding.UTF8.GetString(source.Bytes.Span), 0);
        if (problem is not null || node is not (null or YamlMap or YamlScalar { IsNull: true }))
        {
            var at = problem?.At ?? new LinePosition(1, 1);
            return new(default, [source.Report(TranslationMessages.Unreadable(problem?.Message, problem?.Hint), at, at)]);
        }

        var reader = new TranslationFileReader(source);
        var words = ImmutableArray.CreateBuilder<TranslationEntry>();
        foreach (var entry in (node as YamlMap)?.Entries ?? [])
        {
            if (reader.Read(entry) is { } word)
            {
                words.Add(word);
            }
        }

        return new(words.ToImmutable(), reader._problems.ToImmutable());
    }

    private TranslationEntry? Read(YamlEntry entry)
    {
        var word = entry.Value switch
        {
            YamlScalar scalar => scalar.IsNull ? null : new TranslatedText(scalar.Value, []),
            YamlMap map => ReadPluralForms(map),
            _ => null,
        };
        if (entry.Value is YamlList)
        {
            Report(TranslationMessages.ListAsText(entry.Key.Value), entry.Value);
        }

        var ifUnknown = _source.Report(TranslationMessages.UnknownName(entry.Key.Value), entry.Key.Start, entry.Key.End);
        return word is null ? null : new TranslationEntry(entry.Key.Value, word, ifUnknown);
    }

    private TranslatedText? ReadPluralForms(YamlMap map)
    {
        var forms = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var isOtherMisspelt = false;
        foreach (var form in map.Entries)
        {
            if (!PluralRule.Kinds.Contains(form.Key.Value))
            {
                var near = Suggestion.For(form.Key.Value, PluralRule.Kinds);
                isOtherMisspelt |= near == "other";
                Report(TranslationMessages.UnknownPluralCategory(form.Key.Value, near, PluralRule.Kinds), form.Key);
            }
            else if (form.Value is YamlScalar { IsNull: false } text)
            {
                forms.Add(new(form.Key.Value, text.Value));
            }
        }

        if (forms.Count == 0)
        {
            return null;
        }

        var other = forms.LastOrDefault(form => form.Key == "other").Value;
        if (other is null && !isOtherMisspelt)
        {
            Report(TranslationMessages.OtherMissing(), map);
        }

        return new TranslatedText(other ?? forms[^1].Value, forms.ToImmutable());
    }

    private void Report(DiagnosticMessage message, YamlNode at) => _problems.Add(_source.Report(message, at.Start, at.End));
}
