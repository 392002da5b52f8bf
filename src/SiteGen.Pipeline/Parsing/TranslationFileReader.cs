using System.Collections.Immutable;
using System.Text;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Localization;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.Parsing;

/// <summary>Reads a file of words: <c>read_on: Read on</c>, or below a name a text for each kind of number.</summary>
internal sealed class TranslationFileReader
{
    private readonly SourceText _source;
    private readonly ImmutableArray<Diagnostic>.Builder _problems = ImmutableArray.CreateBuilder<Diagnostic>();

    private TranslationFileReader(SourceText source) => _source = source;

    /// <summary>Reads a file; null when nothing of it can be used.</summary>
    public static ParseResult<TranslationFile?> Read(SourceFile file, SourceText source)
    {
        if (LanguageTag.Normalize(SitePath.NameOf(file.Path)) is not { } language)
        {
            return new(null, [Diagnostic.InFile(SiteRules.UnusableWords, file.Path, $"'{SitePath.NameOf(file.Path)}' is not a language", "name the file for the language of its words, like de.yml or pt-BR.yml")]);
        }

        var (node, problem) = YamlReader.Read(Encoding.UTF8.GetString(source.Bytes.Span), 0);
        if (problem is not null || node is not (null or YamlMap or YamlScalar { IsNull: true }))
        {
            var at = problem?.At ?? new LinePosition(1, 1);
            return new(null, [source.Report(SiteRules.DataUnreadable, at, at, $"the words cannot be read: {problem?.Message ?? "they must be names and texts"}", problem?.Hint ?? "write one 'name: text' a line")]);
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

        var isOfTheme = file.RelativePath.Contains('/', StringComparison.Ordinal);
        return new(new TranslationFile(language, isOfTheme, words.ToImmutable(), Fingerprint.Compute(source.Bytes.Span).And(file.Path)), reader._problems.ToImmutable());
    }

    private TranslationEntry? Read(YamlEntry entry)
    {
        var word = entry.Value switch
        {
            YamlScalar scalar => scalar.IsNull ? null : new TranslatedText(scalar.Value, []),
            YamlMap map => OfForms(map),
            _ => Refuse<TranslatedText>(entry.Value, $"'{entry.Key.Value}' is a list", "write one text, or below it, indented, 'one: …' and 'other: …'"),
        };
        return word is null ? null : new TranslationEntry(
            entry.Key.Value, word, _source.Report(SiteRules.UnknownWord, entry.Key.Start, entry.Key.End, $"'{entry.Key.Value}' is not a word of the theme", null));
    }

    private TranslatedText? OfForms(YamlMap map)
    {
        var forms = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var form in map.Entries)
        {
            if (!PluralRule.Kinds.Contains(form.Key.Value))
            {
                var near = Suggestion.For(form.Key.Value, PluralRule.Kinds);
                Refuse<TranslatedText>(form.Key, $"'{form.Key.Value}' is not a kind of number", near is null ? $"there are {string.Join(", ", PluralRule.Kinds)}" : $"did you mean '{near}'?");
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
        if (other is null)
        {
            Refuse<TranslatedText>(map, "the text for 'other' numbers is missing", "add 'other: …', which serves every number that has no text of its own");
        }

        return new TranslatedText(other ?? forms[^1].Value, forms.ToImmutable());
    }

    private T? Refuse<T>(YamlNode at, string message, string hint)
        where T : class
    {
        _problems.Add(_source.Report(SiteRules.UnusableWords, at.Start, at.End, message, hint));
        return null;
    }
}
