using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Yaml;
using SiteGen.Text;

namespace SiteGen.Pipeline.Configuration.Readers;

/// <summary>Reads options by key from layers; the keys that are read are the keys that exist.</summary>
/// <remarks>A value that cannot be used is reported and counts as not set.</remarks>
internal sealed class OptionReader
{
    private readonly ImmutableArray<OptionLayer> _layers;
    private readonly string _shownPath;
    private readonly ImmutableArray<Diagnostic>.Builder _problems;
    private readonly List<KnownOption> _known = [];
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
    public ImmutableArray<string> Keys => [.. _known.Select(option => option.Key)];

    /// <summary>Every option read so far that a configuration file may have.</summary>
    public ImmutableArray<KnownOption> Known => [.. _known];

    /// <summary>Fingerprint of every value read so far that a configuration file may have.</summary>
    public Fingerprint Fingerprint => _fingerprint;

    /// <summary>A text; the default when it is not set.</summary>
    public string Text(string key, string ifMissing) => TextOf(Find(key, ValueShape.Text, ifMissing)) ?? ifMissing;

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
    public string TextOutsideOutput(string key, string ifMissing)
    {
        var option = Lookup(key);
        Know(new KnownOption(key, ValueShape.Text, ifMissing, option));
        return TextOf(option) ?? ifMissing;
    }

    /// <summary>A text that no configuration file can set.</summary>
    public string? CommandLineText(string key) => TextOf(FindOnCommandLine(key));

    /// <summary>A switch that only a command line can set.</summary>
    public bool CommandLineFlag(string key) => FlagOf(FindOnCommandLine(key)) ?? false;

    /// <summary>A whole number that only a command line can set; null when it is not set.</summary>
    public int? CommandLineNumber(string key) =>
        CommandLineText(key) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>A positive whole number; the default when it is not set.</summary>
    public int Number(string key, int ifMissing)
    {
        if (Find(key, ValueShape.Number, ifMissing.ToString(CultureInfo.InvariantCulture)) is not { IsNull: false } option)
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
    public bool Flag(string key, bool ifMissing) => FlagOf(Find(key, ValueShape.Flag, ifMissing ? "true" : "false")) ?? ifMissing;

    /// <summary>One of several words; the default when it is not set.</summary>
    /// <param name="key">The key.</param>
    /// <param name="ifMissing">The default.</param>
    /// <param name="words">What each word means.</param>
    public T Choice<T>(string key, T ifMissing, params ReadOnlySpan<(string Word, T Meaning)> words)
    {
        var (all, usual) = (new string[words.Length], "");
        for (var i = 0; i < words.Length; i++)
        {
            all[i] = words[i].Word;
            usual = usual.Length == 0 && Equals(words[i].Meaning, ifMissing) ? words[i].Word : usual;
        }

        if (Find(key, ValueShape.OneOf(all), usual) is not { IsNull: false } option)
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

    /// <summary>An option whose value is read by the caller; null when it is not set.</summary>
    /// <param name="key">The key.</param>
    /// <param name="shape">What the value may be.</param>
    /// <param name="ifMissing">What it is when it is not set, as it would be written.</param>
    public Option? Find(string key, ValueShape shape, string ifMissing = "") => Take(key, shape, ifMissing, Lookup(key));

    /// <summary>As <see cref="Find"/>; maps of several layers are merged, key by key.</summary>
    public Option? FindMerged(string key, ValueShape shape, string ifMissing = "")
    {
        var layers = _layers.Where(layer => layer.Entries.ContainsKey(key)).Select(layer => OptionOf(layer, key)).ToArray();
        var merged = layers is [] ? null : layers.Skip(1).Aggregate(layers[0], (above, below) => above.MergedOver(below));
        return Take(key, shape, ifMissing, merged);
    }

    private Option? Take(string key, ValueShape shape, string ifMissing, Option? option)
    {
        Know(new KnownOption(key, shape, ifMissing, option));
        _fingerprint = _fingerprint.And(key).And(option is null ? default : option.Fingerprint);
        return option;
    }

    /// <summary>The value of an option in the highest layer that sets it, without reading it; null when it is not set.</summary>
    public Option? Peek(string key) => Lookup(key);

    /// <summary>Reads the options inside another, layer over layer, by their own keys.</summary>
    /// <param name="key">The key of the map.</param>
    /// <param name="kind">What one of them is called: <c>an option of feeds</c>.</param>
    /// <param name="read">Reads them.</param>
    /// <param name="instead">What may stand in place of the map, when the caller reads that.</param>
    public T Group<T>(string key, string kind, Func<OptionReader, T> read, ValueShape? instead = null)
    {
        var layers = _layers.Where(layer => layer.Entries.ContainsKey(key))
            .Select(layer => OptionLayer.Create(OptionOf(layer, key).Entries(), layer.Origin));
        var reader = new OptionReader([.. layers], _shownPath, _problems);
        var result = read(reader);
        ValueShape members = new ValueShape.Deferred(
            () => new ValueShape.Members([.. reader._known.Select(one => KeyValuePair.Create(one.Key, one.Shape))], []));
        var shape = instead is null ? members : ValueShape.Either(members, instead);
        Know(new KnownOption(key, shape, "", Lookup(key)) { Members = reader.Known });
        reader.ReportUnknown(unknown => OptionMessages.UnknownMember(unknown, kind, reader.Keys));
        _fingerprint = _fingerprint.And(key).And(reader.Fingerprint);
        return result;
    }

    /// <summary>Reports every key of a configuration file that was not read.</summary>
    public void ReportUnknown(Func<string, DiagnosticMessage> message)
    {
        foreach (var layer in _layers)
        {
            foreach (var (key, entry) in layer.Entries.Where(entry => _known.All(known => known.Key != entry.Key)))
            {
                if (layer.Origin is not OptionOrigin.InFile && _commandLineKeys.Contains(key))
                {
                    continue;
                }

                if (layer.Origin is OptionOrigin.OnCommandLine)
                {
                    throw new UnreachableException($"the command line sets '{key}', which nothing reads");
                }

                Add(layer.Origin.Report(message(key), entry.Key.Start, entry.Key.End));
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
        return _layers.FirstOrDefault(layer => layer.Origin is not OptionOrigin.InFile && layer.Entries.ContainsKey(key)) is { } layer
            ? OptionOf(layer, key)
            : null;
    }

    private Option? Lookup(string key) =>
        _layers.FirstOrDefault(layer => layer.Entries.ContainsKey(key)) is { } layer ? OptionOf(layer, key) : null;

    private Option OptionOf(OptionLayer layer, string key) => new(layer.Entries[key], layer.Origin, Add);

    private void Know(KnownOption option)
    {
        if (_known.All(known => known.Key != option.Key))
        {
            _known.Add(option);
        }
    }

    private void Add(Diagnostic problem) => _problems.Add(problem);
}
