using SiteGen.Text;

namespace SiteGen.Pipeline.Loading.Spilling;

/// <summary>A text in a <see cref="SpillFile"/>.</summary>
/// <param name="Block">The texts that it is written with.</param>
/// <param name="Start">Its offset among them.</param>
/// <param name="Length">Its length in bytes.</param>
internal sealed record SpilledText(SpillBlock Block, int Start, int Length)
{
    /// <summary>The text.</summary>
    /// <exception cref="IOException">The system refuses to read it.</exception>
    public ReadOnlyMemory<byte> Read() => Read(new Utf8Buffer(Length));

    /// <summary>The text, in memory that is given.</summary>
    /// <exception cref="IOException">The system refuses to read it.</exception>
    public ReadOnlyMemory<byte> Read(Utf8Buffer memory) => Block.Read(Start, Length, memory);
}
