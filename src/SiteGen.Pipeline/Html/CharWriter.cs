using System.Text;

namespace SiteGen.Pipeline.Html;

/// <summary>Collects characters in a reusable array and encodes them as UTF-8 at the end.</summary>
/// <remarks>
/// Encoding each small piece separately took a third longer than encoding everything at once. Not thread-safe.
/// </remarks>
internal sealed class CharWriter : TextWriter
{
    private char[] _chars = new char[16 * 1024];
    private long _limit = long.MaxValue;

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>The number of characters written.</summary>
    public int Length { get; private set; }

    /// <summary>The characters written so far.</summary>
    public ReadOnlySpan<char> Written => _chars.AsSpan(0, Length);

    /// <summary>Whether something was written beyond the limit, and is not kept.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Discards the characters written so far.</summary>
    /// <param name="limit">The most characters that are kept from now on.</param>
    public void Clear(long limit = long.MaxValue) => (Length, IsFull, _limit) = (0, false, limit);

    /// <summary>The characters written so far as UTF-8.</summary>
    public ReadOnlyMemory<byte> ToUtf8(ByteSlab slab) => slab.Encode(Written);

    /// <inheritdoc/>
    public override void Write(char value)
    {
        if (Reserve(1))
        {
            _chars[Length++] = value;
        }
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (Reserve(buffer.Length))
        {
            buffer.CopyTo(_chars.AsSpan(Length));
            Length += buffer.Length;
        }
    }

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    private bool Reserve(int count)
    {
        if (Length + count > _chars.Length)
        {
            if (IsFull || Length + (long)count > _limit)
            {
                IsFull = true;
                return false;
            }

            Array.Resize(ref _chars, Math.Max(_chars.Length * 2, Length + count));
        }

        return true;
    }
}
