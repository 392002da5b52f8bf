using System.Collections.Immutable;
using System.Globalization;
using SiteGen.Pipeline.Yaml;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.Data;

/// <summary>YAML as template values, read by the core schema (YAML 1.2 §10.3).</summary>
internal static class YamlValue
{
    /// <summary>The template value of a node.</summary>
    public static Value From(YamlNode node) => node switch
    {
        YamlScalar scalar => FromScalar(scalar),
        YamlList list => Value.From(new ItemList([.. list.Items.Select(From)])),
        YamlMap map => Value.From(new MemberMap([.. map.Entries.Select(entry => KeyValuePair.Create(entry.Key.Value, From(entry.Value)))])),
        _ => Value.Nil,
    };

    /// <summary>The template value of a whole number.</summary>
    public static Value From(long whole) => whole is >= int.MinValue and <= int.MaxValue ? Value.From((int)whole) : Value.From(whole);

    private static Value FromScalar(YamlScalar scalar)
    {
        if (!scalar.IsPlain)
        {
            return Value.From(scalar.Value);
        }

        if (scalar.IsNull)
        {
            return Value.Nil;
        }

        if (scalar.Value is "true" or "True" or "TRUE" or "false" or "False" or "FALSE")
        {
            return Value.From(scalar.Value[0] is 't' or 'T');
        }

        const NumberStyles Whole = NumberStyles.AllowLeadingSign;
        const NumberStyles Real = Whole | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        // With a leading zero it is an identifier, such as a postal code or '007', not a number.
        var digits = scalar.Value.AsSpan().TrimStart("+-");
        if (digits is not ['0', >= '0' and <= '9', ..] && digits.Length > 0 && digits[0] is (>= '0' and <= '9') or '.')
        {
            if (long.TryParse(scalar.Value, Whole, CultureInfo.InvariantCulture, out var whole))
            {
                return From(whole);
            }

            if (double.TryParse(scalar.Value, Real, CultureInfo.InvariantCulture, out var real))
            {
                return Value.From(real);
            }
        }

        return Value.From(scalar.Value);
    }
}

/// <summary>A list of values that templates may read.</summary>
internal sealed class ItemList(ImmutableArray<Value> items) : IItems
{
    public int Count => items.Length;

    public Value this[int index] => items[index];
}

/// <summary>Named values that templates may read, in the order written; the last of several equal names is used.</summary>
internal sealed class MemberMap(ImmutableArray<KeyValuePair<string, Value>> members) : IMembers
{
    /// <summary>No members.</summary>
    public static readonly MemberMap Empty = new([]);

    public ImmutableArray<string> Names => [.. members.Select(member => member.Key).Distinct(StringComparer.Ordinal)];

    public bool TryGet(string name, out Value value)
    {
        for (var i = members.Length - 1; i >= 0; i--)
        {
            if (members[i].Key == name)
            {
                value = members[i].Value;
                return true;
            }
        }

        value = Value.Nil;
        return false;
    }
}
