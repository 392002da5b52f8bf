using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using SiteGen.Templating.Dates;

namespace SiteGen.Templating.Values;

/// <summary>One value of the template language.</summary>
/// <remarks>
/// 24 bytes: a reference for what does not fit in 64 bits, the bits, and two bytes for the kind. Text is a .NET string or a
/// slice of UTF-8 bytes, which is printed without decoding; both behave the same.
/// </remarks>
[DebuggerDisplay("{_kind} {_reference ?? (object)_bits}")]
[StructLayout(LayoutKind.Auto)]
public readonly struct Value
{
    // The minutes of a date without an offset.
    private const short NoOffset = short.MinValue;

    private readonly object? _reference;
    private readonly long _bits;
    private readonly ValueKind _kind;
    private readonly Markup _markup;
    private readonly short _minutes;

    private Value(ValueKind kind, object? reference, long bits)
    {
        _kind = kind;
        _reference = reference;
        _bits = bits;
    }

    private Value(in Value value, Markup markup)
    {
        this = value;
        _markup = markup;
    }

    private Value(DateTime date, short minutes)
    {
        _kind = ValueKind.Date;
        _bits = date.Ticks;
        _minutes = minutes;
    }

    /// <summary>The absent value, <c>null</c> in templates.</summary>
    public static Value Nil => default;

    /// <summary>Whether it is <c>null</c>.</summary>
    public bool IsNil => _kind <= ValueKind.Missing;

    /// <summary>Whether a condition treats it as true: anything but null, false and <c>empty</c>.</summary>
    public bool IsTruthy => _kind > ValueKind.Empty && (_kind != ValueKind.Bool || _bits != 0);

    /// <summary>Whether it is text, as a string or as UTF-8.</summary>
    public bool IsText => _kind == ValueKind.Text;

    /// <summary>Whether it is HTML text.</summary>
    public bool IsHtml => _markup is Markup.Html or Markup.Raw;

    /// <summary>Whether it is a number of any kind.</summary>
    public bool IsNumber => _kind is >= ValueKind.Int and <= ValueKind.Decimal;

    internal static Value Missing => new(ValueKind.Missing, null, 0);

    internal static Value Empty => new(ValueKind.Empty, null, 0);

    internal ValueKind Kind => _kind;

    internal Markup Markup => _markup;

    internal bool IsMissing => _kind == ValueKind.Missing;

    internal bool IsInteger => _kind is ValueKind.Int or ValueKind.Long;

    internal long Bits => _bits;

    internal object? Reference => _reference;

    internal double DoubleBits => BitConverter.Int64BitsToDouble(_bits);

    internal bool HasOffset => _minutes != NoOffset;

    internal TimeSpan Offset => HasOffset ? TimeSpan.FromMinutes(_minutes) : TimeSpan.Zero;

    internal DateTime LocalTime => new(_bits);

    /// <summary>A date with its offset.</summary>
    internal DateTimeParts Parts => new(LocalTime, Offset);

    internal long UtcTicks => _bits - Offset.Ticks;

    /// <summary>A boolean.</summary>
    public static Value From(bool value) => new(ValueKind.Bool, null, value ? 1 : 0);

    /// <summary>A whole number.</summary>
    public static Value From(int value) => new(ValueKind.Int, null, value);

    /// <summary>A whole number.</summary>
    public static Value From(long value) => new(ValueKind.Long, null, value);

    /// <summary>A number with a fraction.</summary>
    public static Value From(double value) => new(ValueKind.Double, null, BitConverter.DoubleToInt64Bits(value));

    /// <summary>A number with an exact decimal fraction.</summary>
    public static Value From(decimal value) => new(ValueKind.Decimal, value, 0);

    /// <summary>A text; null is <see cref="Nil"/>.</summary>
    public static Value From(string? value) => value is null ? Nil : new(ValueKind.Text, value, 0);

    /// <summary>An instant with its offset.</summary>
    public static Value From(DateTimeOffset value) => new(value.DateTime, (short)value.Offset.TotalMinutes);

    /// <summary>An instant with its offset; null is <see cref="Nil"/>.</summary>
    public static Value From(DateTimeOffset? value) => value is { } date ? From(date) : Nil;

    /// <summary>A date and time without an offset.</summary>
    public static Value From(DateTime value) => new(value, NoOffset);

    /// <summary>A duration.</summary>
    public static Value From(TimeSpan value) => new(ValueKind.Duration, null, value.Ticks);

    /// <summary>An object of the host; null is <see cref="Nil"/>.</summary>
    public static Value From(IMembers? value) => value is null ? Nil : new(ValueKind.Object, value, 0);

    /// <summary>A list of the host; null is <see cref="Nil"/>.</summary>
    public static Value From(IItems? value) => value is null ? Nil : new(ValueKind.List, value, 0);

    /// <summary>A list of texts.</summary>
    public static Value OfStrings(ImmutableArray<string> values) => From(new TextItems(values));

    /// <summary>Text that is HTML already: never escaped again.</summary>
    public static Value Html(string html) => new(From(html), Markup.Html);

    /// <summary>UTF-8 text that is HTML already; printed by copying the bytes, which must not change.</summary>
    public static Value Html(ReadOnlyMemory<byte> utf8) => new(Text(utf8), Markup.Html);

    /// <summary>UTF-8 text that is JSON, safe inside a script element; printed by copying the bytes, which must not change.</summary>
    public static Value Json(ReadOnlyMemory<byte> utf8) => new(Text(utf8), Markup.Json);

    /// <summary>Text kept as UTF-8, whose bytes must not change.</summary>
    public static Value Text(ReadOnlyMemory<byte> utf8)
    {
        var slice = MemoryMarshal.TryGetArray(utf8, out var array) ? array : new ArraySegment<byte>(utf8.ToArray());
        return new Value(ValueKind.Text, slice.Array ?? [], ((long)slice.Offset << 32) | (uint)slice.Count);
    }

    /// <summary>Reads a text of either form.</summary>
    public bool TryGetString(out string text)
    {
        text = _kind == ValueKind.Text ? _reference as string ?? Encoding.UTF8.GetString(Utf8) : "";
        return _kind == ValueKind.Text;
    }

    /// <summary>Reads a boolean.</summary>
    public bool TryGetBool(out bool value)
    {
        value = _bits != 0;
        return _kind == ValueKind.Bool;
    }

    /// <summary>Reads a whole number of at most 64 bits.</summary>
    public bool TryGetInteger(out long value)
    {
        value = _bits;
        return IsInteger;
    }

    /// <summary>Reads any number as a floating-point number.</summary>
    public bool TryGetDouble(out double value)
    {
        value = IsNumber ? Numbers.ToDouble(this) : 0;
        return IsNumber;
    }

    /// <summary>Reads a date; one without an offset is treated as UTC.</summary>
    public bool TryGetDate(out DateTimeOffset value)
    {
        value = _kind == ValueKind.Date ? new DateTimeOffset(LocalTime, Offset) : default;
        return _kind == ValueKind.Date;
    }

    /// <summary>Reads a duration.</summary>
    public bool TryGetDuration(out TimeSpan value)
    {
        value = _kind == ValueKind.Duration ? new TimeSpan(_bits) : default;
        return _kind == ValueKind.Duration;
    }

    /// <summary>Reads a list.</summary>
    public bool TryGetItems([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out IItems? items)
    {
        items = _kind == ValueKind.List ? (IItems?)_reference : null;
        return items is not null;
    }

    /// <summary>Reads an object.</summary>
    public bool TryGetMembers([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out IMembers? members)
    {
        members = _kind == ValueKind.Object ? (IMembers?)_reference : null;
        return members is not null;
    }

    /// <summary>The text form, as printing would write it without escaping; "" for null.</summary>
    public string AsText() => _kind == ValueKind.Text && TryGetString(out var text) ? text : ValueFormatter.Format(this, TextStyle.Default);

    /// <inheritdoc/>
    public override string ToString() => AsText();

    /// <summary>A member by name, as the dot operator reads it; null if there is none.</summary>
    public Value Member(string name) => IsNil ? Nil : ValueMembers.Get(this, name);

    internal static Value From(float value) => new(ValueKind.Float, null, BitConverter.DoubleToInt64Bits(value));

    internal static Value From(BigInteger value) =>
        value >= long.MinValue && value <= long.MaxValue ? OfInteger((long)value) : new Value(ValueKind.Big, value, 0);

    /// <summary>A function as a value; callers know the type of the reference.</summary>
    internal static Value OfFunction(object function) => new(ValueKind.Function, function, 0);

    /// <summary>A whole number of the smallest type that holds it.</summary>
    internal static Value OfInteger(long value) =>
        new(value is >= int.MinValue and <= int.MaxValue ? ValueKind.Int : ValueKind.Long, null, value);

    internal static Value OfDate(DateTime date, in Value like) => new(date, like._minutes);

    internal Value With(Markup markup) => new(this, markup);

    /// <summary>The bytes of a text kept as UTF-8.</summary>
    internal ReadOnlySpan<byte> Utf8 => ((byte[]?)_reference).AsSpan((int)(_bits >> 32), (int)_bits);

    /// <summary>The approximate length of a text, in code units or bytes.</summary>
    internal int TextLength => _reference is string text ? text.Length : (int)_bits;

    // Asked in this way because the runtime tells a string at once, but not an array.
    internal bool IsUtf8 => _kind == ValueKind.Text && _reference is not string;

    internal string String => _reference as string ?? (_kind == ValueKind.Text ? Encoding.UTF8.GetString(Utf8) : "");

    internal IItems Items => (IItems)_reference!; // Only asked of lists, which hold one.

    internal IMembers Members => (IMembers)_reference!; // Only asked of objects, which hold one.

    internal decimal DecimalValue => (decimal)_reference!; // Only asked of decimals, which box one.

    internal BigInteger BigValue => (BigInteger)_reference!; // Only asked of big integers, which box one.
}
