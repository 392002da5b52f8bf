using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using SiteGen.Pipeline.Yaml;

namespace SiteGen.Pipeline.Schemas;

/// <summary>Writes what a value may be as JSON Schema (draft 2020-12).</summary>
/// <param name="json">Where to.</param>
/// <param name="describe">What a key means, by its name and whether it is nested; null if it has no description.</param>
internal sealed class SchemaWriter(Utf8JsonWriter json, Func<string, bool, string?> describe)
{
    // What YamlScalar.AsBoolean understands, as YAML 1.1 and 1.2 readers of editors give it.
    private static readonly string[] s_flags = ["yes", "no", "on", "off", "true", "false"];

    private int _depth;

    /// <summary>Writes the properties of a shape into the object that is open.</summary>
    public void Write(ValueShape shape)
    {
        switch (shape)
        {
            case ValueShape.Single single:
                WriteSingle(single.Kind);
                break;
            case ValueShape.Words words:
                WriteWords(words.All);
                break;
            case ValueShape.ListOf { AlsoSingle: true } list:
                WriteAnyOf([list with { AlsoSingle = false }, list.Item]);
                break;
            case ValueShape.ListOf list:
                WriteTypes("array", "null");
                WriteObject("items", list.Item);
                break;
            case ValueShape.MapOf map:
                WriteTypes("object", "null");
                WriteObject("additionalProperties", map.Value);
                break;
            case ValueShape.Members members:
                WriteMembers(members);
                break;
            case ValueShape.Deferred deferred:
                Write(deferred.Create());
                break;
            case ValueShape.AnyOf any:
                WriteAnyOf(any.Shapes);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void WriteSingle(SingleKind kind)
    {
        switch (kind)
        {
            case SingleKind.Text:
                WriteTypes("string", "number", "boolean", "null");
                break;
            case SingleKind.Date:
                WriteTypes("string", "number", "null");
                break;
            case SingleKind.Number:
                WriteTypes("integer", "string", "null");
                json.WriteNumber("minimum", 1);
                json.WriteString("pattern", "^0*[1-9][0-9]*$");
                break;
            case SingleKind.WholeNumber:
                WriteTypes("integer", "string", "null");
                json.WriteString("pattern", "^[+-]?[0-9]+$");
                break;
            case SingleKind.Flag:
                WriteWords([.. s_flags]);
                break;
        }
    }

    private void WriteWords(ImmutableArray<string> words)
    {
        json.WriteStartArray("enum");
        foreach (var word in words)
        {
            json.WriteStringValue(word);
        }

        foreach (var flag in words.Where(word => word is "true" or "false"))
        {
            json.WriteBooleanValue(flag == "true");
        }

        json.WriteNullValue();
        json.WriteEndArray();
    }

    private void WriteAnyOf(ImmutableArray<ValueShape> shapes)
    {
        json.WriteStartArray("anyOf");
        foreach (var shape in shapes)
        {
            json.WriteStartObject();
            Write(shape);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteMembers(ValueShape.Members members)
    {
        WriteTypes("object", "null");
        if (!members.Required.IsEmpty)
        {
            json.WriteStartArray("required");
            members.Required.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
        }

        json.WriteStartObject("properties");
        _depth++;
        foreach (var (key, shape) in members.Keys)
        {
            json.WriteStartObject(key);
            if (describe(key, _depth > 1) is { } description)
            {
                json.WriteString("description", description);
            }

            Write(shape);
            json.WriteEndObject();
        }

        _depth--;
        json.WriteEndObject();
        if (!members.IsOpen)
        {
            json.WriteBoolean("additionalProperties", false);
        }
    }

    private void WriteObject(string name, ValueShape shape)
    {
        json.WriteStartObject(name);
        Write(shape);
        json.WriteEndObject();
    }

    private void WriteTypes(params ReadOnlySpan<string> types)
    {
        json.WriteStartArray("type");
        foreach (var type in types)
        {
            json.WriteStringValue(type);
        }

        json.WriteEndArray();
    }
}
