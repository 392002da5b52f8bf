using System.Diagnostics;
using SiteGen.Pipeline.Data;
using SiteGen.Pipeline.Records;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.FrontMatter;

/// <summary>Values that were read from YAML as bytes, for the build cache.</summary>
internal static class ValueRecord
{
    private enum Kind
    {
        Nil,
        False,
        True,
        Whole,
        Real,
        Text,
        List,
        Map,
    }

    /// <summary>Writes a value.</summary>
    public static void Write(RecordWriter writer, Value value)
    {
        if (value.IsNil)
        {
            writer.Number((int)Kind.Nil);
        }
        else if (value.TryGetBool(out var flag))
        {
            writer.Number((int)(flag ? Kind.True : Kind.False));
        }
        else if (value.TryGetInteger(out var whole))
        {
            writer.Number((int)Kind.Whole);
            writer.Number(whole);
        }
        else if (value.TryGetDouble(out var real))
        {
            writer.Number((int)Kind.Real);
            writer.Id((ulong)BitConverter.DoubleToInt64Bits(real));
        }
        else if (value.TryGetItems(out var items))
        {
            writer.Number((int)Kind.List);
            Write(writer, items);
        }
        else if (value.TryGetMembers(out var members))
        {
            writer.Number((int)Kind.Map);
            writer.List(members.Names, (to, name) => WriteMember(to, name, members));
        }
        else
        {
            writer.Number((int)Kind.Text);
            writer.Text(value.AsText());
        }
    }

    /// <summary>Reads a value.</summary>
    public static Value Read(ref RecordReader reader) => (Kind)reader.Number() switch
    {
        Kind.Nil => Value.Nil,
        Kind.False => Value.From(false),
        Kind.True => Value.From(true),
        Kind.Whole => YamlValue.From(reader.Number()),
        Kind.Real => Value.From(BitConverter.Int64BitsToDouble((long)reader.Id())),
        Kind.Text => Value.From(reader.Text()),
        Kind.List => Value.From(new ItemList(reader.List(Read))),
        Kind.Map => Value.From(new MemberMap(reader.List(ReadMember))),
        _ => throw new UnreachableException(),
    };

    private static void Write(RecordWriter writer, IItems items)
    {
        writer.Number(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            Write(writer, items[i]);
        }
    }

    private static void WriteMember(RecordWriter writer, string name, IMembers members)
    {
        writer.Text(name);
        Write(writer, members.TryGet(name, out var value) ? value : Value.Nil);
    }

    private static KeyValuePair<string, Value> ReadMember(ref RecordReader reader) => new(reader.TextOrEmpty(), Read(ref reader));
}
