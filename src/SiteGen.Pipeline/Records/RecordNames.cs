using System.Text;

namespace SiteGen.Pipeline.Records;

/// <summary>Names that many records have, such as tags, so that there is one string of each. Not thread-safe.</summary>
/// <remarks>
/// A name takes the place of another one with the same hash: ten thousand posts have hundreds of names, and one that is missed costs a
/// string.
/// </remarks>
internal sealed class RecordNames
{
    private const int Places = 1024;

    private readonly string?[] _names = new string?[Places];

    /// <summary>The string of a name.</summary>
    /// <param name="ascii">The name.</param>
    public string Get(ReadOnlySpan<byte> ascii)
    {
        var hash = 0u;
        foreach (var unit in ascii)
        {
            hash = (hash * 31) + unit;
        }

        ref var place = ref _names[hash % Places];
        return place is not null && Ascii.Equals(ascii, place) ? place : place = Encoding.ASCII.GetString(ascii);
    }
}
