using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.Configuration;

/// <summary>Reads options by key from layers; the keys that are read are the keys that exist.</summary>
/// <remarks>A value that cannot be used is reported and counts as not set.</remarks>
internal sealed class OptionReader
{
    private readonly ImmutableArray<OptionLayer> _layers;
    private readonly string _shownPath;
    private readonly ImmutableArray<Diagnostic>.Builder _problems;
    private readonly List<string> _keys = [];
    private readonly List<string> _commandLineKeys = [];
    private Fingerprint _fingerprint;

    /// <summary>A reader of all options.</summary>
    /// <param name="options">The layers.</param>
    /// <param name="shownPath">The file to name in messages about what is not set.</param>
    public OptionReader(RawOptions options, string shownPath)
        : this(options.Layers, shownPath, ImmutableArray.CreateBuilder<Diagnostic>())
    {
    }

    private OptionReader(ImmutableArray<OptionLayer> layers, string shownPath, ImmutableArray<Diagnostic>.Builder problems) =>
        (_layers, _shownPath, _problems) = (layers, shownPath, problems);

    /// <summary>The problems found so far, in the order of the file.</summary>
    public ImmutableArray<Diagnostic> Problems => [.. _problems.Order(Comparer<Diagnostic>.Create(Diagnostic.Compare))];

    /// <summary>Every key read so far that a configuration file may have.</summary>
    public ImmutableArray<string> Keys => [.. _keys];

    /// <summary>Fingerprint of every value read so far that a configuration file may have.</summary>
    public Fingerprint Fingerprint => _fingerprint;

    /// <summary>A text; the default when it is not set.</summary>
    public string Text(string key, string ifMissing) => Text(key) ?? ifMissing;

    /// <summary>A text; null when it is not set.</summary>
    public string? Text(string key) => TextOf(Find(key));

    /// <summary>The text of an option that has been found; null, and reported, when it is not a text.</summary>
    public static string? TextOf(Option? option)
    {
        if (option?.Value is YamlScalar scalar)
        {
            return scalar.IsNull ? null : scalar.Value;
        }

        option?.Report(OptionMessages.NotASingleValue(option.Key));
        return null;
    }

    /// <summary>A text that does not affect the output, such as the output folder; not part of the fingerprint.</summary>
    public string? TextOutsideOutput(string key)
    {
        Know(key);
        return TextOf(Lookup(key));
    }

    /// <summary>A text that only a command line can set.</summary>
    public string? CommandLineText(string key) => TextOf(FindOnCommandLine(key));

    /// <summary>A switch that only a command line can set.</summary>
    public bool CommandLineFlag(string key) => FlagOf(FindOnCommandLine(key)) ?? false;

    /// <summary>A whole number that only a command line can set; null when it is not set.</summary>
    public int? CommandLineNumber(string key) =>
        CommandLineText(key) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>A positive whole number; the default when it is not set.</summary>
    public int Number(string key, int ifMissing)
    {
        if (Find(key) is not { } option || option.IsNull)
        {
            return ifMissing;
        }

        if (option.Value is YamlScalar scalar
            && int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            return number;
        }

        option.Report(OptionMessages.NotANumber(key));
        return ifMissing;
    }

    /// <summary>A switch; the default when it is not set.</summary>
    public bool Flag(string key, bool ifMissing) => FlagOf(Find(key)) ?? ifMissing;

    /// <summary>One of several words; the default when it is not set.</summary>
    /// <param name="key">The key.</param>
    /// <param name="ifMissing">The default.</param>
    /// <param name="words">What each word means.</param>
    public T Choice<T>(string key, T ifMissing, params ReadOnlySpan<(string Word, T Meaning)> words)
    {
        if (Find(key) is not { } option || option.IsNull)
        {
            return ifMissing;
        }

        foreach (var (word, meaning) in words)
        {
            if (option.Value is YamlScalar scalar && scalar.Value == word)
            {
                return meaning;
            }
        }

        string[] shown = [.. words.ToArray().DistinctBy(word => word.Meaning).Select(word => word.Word)];
        option.Report(OptionMessages.NotOneOf(key, shown));
        return ifMissing;
    }

    /// <summary>An option with a value of any shape; null when it is not set.</summary>
    public Option? Find(string key)
    {
        Know(key);
        var option = Lookup(key);
        _fingerprint = _fingerprint.And(key).And(option is null ? default : option.Fingerprint);
        return option;
    }

    /// <summary>The value of an option in the highest layer that sets it, without reading it; null when it is not set.</summary>
    public Option? Peek(string key) => Lookup(key);

    /// <summary>Reads the options inside another, layer over layer, by their own keys.</summary>
    /// <param name="key">The key of the map.</param>
    /// <param name="kind">What one of them is called: <c>an option of feeds</c>.</param>
    /// <param name="read">Reads them.</param>
    public T Group<T>(string key, string kind, Func<OptionReader, T> read)
    {
        Know(key);
        var layers = ImmutableArray.CreateBuilder<OptionLayer>();
        foreach (var layer in _layers.Where(layer => layer.Entries.ContainsKey(key)))
        {
            var option = new Option(layer.Entries[key], layer.Source, Add);
            layers.Add(OptionLayer.Create(option.Entries(), layer.Source));
        }

        var reader = new OptionReader(layers.ToImmutable(), _shownPath, _problems);
        var result = read(reader);
        reader.ReportUnknown(unknown => OptionMessages.UnknownMember(unknown, kind, reader.Keys));
        _fingerprint = _fingerprint.And(key).And(reader.Fingerprint);
        return result;
    }

    /// <summary>Reports every key of a configuration file that was not read.</summary>
    public void ReportUnknown(Func<string, DiagnosticMessage> message)
    {
        foreach (var layer in _layers)
        {
            foreach (var (key, entry) in layer.Entries.Where(entry => !_keys.Contains(entry.Key)))
            {
                if (layer.Source is null && !_commandLineKeys.Contains(key))
                {
                    throw new UnreachableException($"the command line sets '{key}', which nothing reads");
                }
                else if (layer.Source is { } source)
                {
                    Add(source.Report(message(key), entry.Key.Start, entry.Key.End));
                }
            }
        }
    }

    /// <summary>Reports a problem with the values of some keys at the first of them that is set.</summary>
    public void Report(DiagnosticMessage message, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Lookup(key) is { } option)
            {
                option.ReportAtKey(message);
                return;
            }
        }

        Add(Diagnostic.InFile(message, _shownPath));
    }

    private static bool? FlagOf(Option? option)
    {
        var flag = (option?.Value as YamlScalar)?.AsBoolean;
        if (flag is null && option is not null && !option.IsNull)
        {
            option.Report(OptionMessages.NotAFlag(option.Key));
        }

        return flag;
    }

    private Option? FindOnCommandLine(string key)
    {
        _commandLineKeys.Add(key);
        return _layers.FirstOrDefault(layer => layer.Source is null && layer.Entries.ContainsKey(key)) is { } layer
            ? new Option(layer.Entries[key], null, Add)
            : null;
    }

    private Option? Lookup(string key)
    {
        foreach (var layer in _layers)
        {
            if (layer.Entries.TryGetValue(key, out var entry))
            {
                return new Option(entry, layer.Source, Add);
            }
        }

        return null;
    }

    private void Know(string key)
    {
        if (!_keys.Contains(key))
        {
            _keys.Add(key);
        }
    }

    private void Add(Diagnostic problem) => _problems.Add(problem);
}
