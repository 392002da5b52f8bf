namespace SiteGen.Templating.Values;

/// <summary>The names of the kinds of values in messages.</summary>
internal static class TypeNames
{
    public static string For(in Value value) => value.Kind switch
    {
        ValueKind.Nil or ValueKind.Missing => "null",
        ValueKind.Empty => "empty",
        ValueKind.Bool => "a truth value",
        ValueKind.Text => "a text",
        ValueKind.Date => "a date",
        ValueKind.Duration => "a duration",
        ValueKind.List => "a list",
        ValueKind.Object => "an object",
        ValueKind.Function => "a function",
        _ => "a number",
    };
}
