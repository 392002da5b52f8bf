using System.Collections.Immutable;
using SiteGen.Text;

namespace SiteGen.Pipeline.Yaml;

/// <summary>One value of a YAML document, with its location.</summary>
/// <param name="Start">Where it starts in its file.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Size">The number of values in it, itself included; an alias counts as its target.</param>
internal abstract record YamlNode(LinePosition Start, LinePosition End, int Size);

/// <summary>A single value as written; <paramref name="IsPlain"/> when it was not quoted.</summary>
internal sealed record YamlScalar(string Value, bool IsPlain, LinePosition Start, LinePosition End) : YamlNode(Start, End, 1)
{
    /// <summary>Whether it is null (YAML 1.2 core schema §10.3.2).</summary>
    public bool IsNull => IsPlain && Value is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>The boolean value, including the words of YAML 1.1; null when it is not one.</summary>
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
    /// <summary>The value of a key, named as in <see cref="YamlEntry.Name"/>; the last of several.</summary>
    public YamlNode? Find(string name) => Entries.LastOrDefault(entry => entry.Name == name)?.Value;

    /// <summary>The value of a key; null when it is missing, empty or not a single value.</summary>
    public string? Text(string name) => Find(name) is YamlScalar { IsNull: false } scalar ? scalar.Value : null;
}

/// <summary>A key and its value.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value)
{
    /// <summary>The key without case, dashes, underscores and spaces, as keys are compared.</summary>
    public string Name { get; } = IsNormal(Key.Value) ? Key.Value : Normalize(Key.Value);

    /// <summary>A key in the form in which keys are compared.</summary>
    public static string Normalize(ReadOnlySpan<char> key)
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

    private static bool IsNormal(string key) => key.AsSpan().IndexOfAnyExceptInRange('a', 'z') < 0;
}

/// <summary>Why a document cannot be read, and where.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="At">Where.</param>
/// <param name="IsLimit">Whether the document is too deep or too large: reading it in parts does not help.</param>
internal sealed record YamlProblem(string Message, LinePosition At, bool IsLimit)
{
    /// <summary>Whether a line is indented wrongly.</summary>
    public bool IsIndentation { get; init; }

    /// <summary>What to do about it; null when only the author can know.</summary>
    public string? Hint { get; init; }
}
