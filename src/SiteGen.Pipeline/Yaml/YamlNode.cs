using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Pipeline.Yaml;

/// <summary>One value of a YAML document, with the place it was read from.</summary>
/// <param name="Start">Where it starts in its file.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Size">How many values it holds, itself included; an alias counts as what it stands for.</param>
internal abstract record YamlNode(LinePosition Start, LinePosition End, int Size);

/// <summary>A single value as written; <paramref name="IsPlain"/> when no quotes stood around it.</summary>
internal sealed record YamlScalar(string Value, bool IsPlain, LinePosition Start, LinePosition End) : YamlNode(Start, End, 1)
{
    /// <summary>Whether it says that there is no value (YAML 1.2 core schema §10.3.2).</summary>
    public bool IsNull => IsPlain && Value is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>The truth it states, with the words YAML 1.1 allowed; null when it states none.</summary>
    public bool? AsBoolean => Value switch
    {
        "true" or "True" or "TRUE" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" => true,
        "false" or "False" or "FALSE" or "no" or "No" or "NO" or "off" or "Off" or "OFF" => false,
        _ => null,
    };
}

/// <summary>A list.</summary>
internal sealed record YamlList(ImmutableArray<YamlNode> Items, LinePosition Start, LinePosition End, int Size)
    : YamlNode(Start, End, Size);

/// <summary>A map, in the order written, repeated keys included.</summary>
internal sealed record YamlMap(ImmutableArray<YamlEntry> Entries, LinePosition Start, LinePosition End, int Size)
    : YamlNode(Start, End, Size)
{
    /// <summary>The value of a key, named as in <see cref="YamlEntry.Name"/>; of several the last.</summary>
    public YamlNode? Find(string name) => Entries.LastOrDefault(entry => entry.Name == name)?.Value;

    /// <summary>The value of a key where it is a single one; null where it is none.</summary>
    public string? Text(string name) => Find(name) is YamlScalar { IsNull: false } scalar ? scalar.Value : null;
}

/// <summary>A key and its value.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value)
{
    /// <summary>The key without case, dashes, underscores and blanks, as keys of authors are compared.</summary>
    public string Name { get; } = Normalize(Key.Value);

    private static string Normalize(string key)
    {
        Span<char> kept = key.Length <= 64 ? stackalloc char[key.Length] : new char[key.Length];
        var length = 0;
        foreach (var c in key)
        {
            if (c is not ('-' or '_' or ' '))
            {
                kept[length++] = char.ToLowerInvariant(c);
            }
        }

        return new string(kept[..length]);
    }
}

/// <summary>What stopped a reading, and where.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="At">Where.</param>
/// <param name="IsLimit">Whether the document is too deep or too large: reading it in parts would not help.</param>
internal sealed record YamlProblem(string Message, LinePosition At, bool IsLimit)
{
    /// <summary>What to do about it; null where only who reads the file knows.</summary>
    public string? Hint { get; init; }
}
