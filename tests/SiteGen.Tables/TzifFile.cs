using System.Buffers.Binary;
using System.Text;

namespace SiteGen.Tables;

/// <summary>A compiled time zone (RFC 9636): offsets in seconds east of Greenwich, and the instants at which they change.</summary>
/// <param name="First">The offset before the first transition.</param>
/// <param name="Transitions">Seconds since 1970-01-01T00:00:00Z and the offset from then on, in order; each changes it.</param>
/// <param name="RuleFrom">Behind it the rule holds: the file's last transition, whether or not it changes the offset.</param>
/// <param name="Rule">What comes after it.</param>
public sealed record TzifFile(int First, IReadOnlyList<(long At, int Offset)> Transitions, long RuleFrom, PosixRule Rule)
{
    private const int HeaderLength = 44;

    /// <summary>The transitions that the file lists and those of its rule, to the end of a year.</summary>
    public IReadOnlyList<(long At, int Offset)> TransitionsTo(int year)
    {
        var all = Transitions.ToList();
        for (var y = Math.Max(1970, DateTimeOffset.FromUnixTimeSeconds(RuleFrom).Year); y <= year; y++)
        {
            foreach (var change in Rule.TransitionsIn(y))
            {
                if (change.At > RuleFrom && change.Offset != (all.Count > 0 ? all[^1].Offset : First))
                {
                    all.Add(change);
                }
            }
        }

        return all;
    }

    /// <summary>Reads a file of version 2 or later.</summary>
    /// <exception cref="InvalidDataException">It is not a time zone, or one of version 1.</exception>
    public static TzifFile Read(string path)
    {
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(path);
        if (bytes.Length < HeaderLength || !bytes.StartsWith("TZif"u8) || bytes[4] < (byte)'2')
        {
            throw new InvalidDataException($"{path} is not a compiled time zone of version 2 or later");
        }

        // The first block has 32-bit times for old readers; the second has everything.
        return ReadBlock(bytes[(HeaderLength + BlockLength(bytes, timeLength: 4))..]);
    }

    private static TzifFile ReadBlock(ReadOnlySpan<byte> block)
    {
        var (times, types) = (Count(block, 3), Count(block, 4));
        var instants = block[HeaderLength..];
        var kinds = instants[(times * 8)..];
        var records = kinds[times..];
        var offsets = new int[types];
        for (var i = 0; i < types; i++)
        {
            offsets[i] = BinaryPrimitives.ReadInt32BigEndian(records[(i * 6)..]);
        }

        var last = offsets[0];
        var transitions = new List<(long, int)>();
        for (var i = 0; i < times; i++)
        {
            // Many change no more than the abbreviation.
            if (offsets[kinds[i]] != last)
            {
                last = offsets[kinds[i]];
                transitions.Add((BinaryPrimitives.ReadInt64BigEndian(instants[(i * 8)..]), last));
            }
        }

        var footer = block[(HeaderLength + BlockLength(block, timeLength: 8))..];
        var ruleFrom = times > 0 ? BinaryPrimitives.ReadInt64BigEndian(instants[((times - 1) * 8)..]) : 0;
        return new TzifFile(offsets[0], transitions, ruleFrom, PosixRule.Parse(Encoding.ASCII.GetString(footer).Trim('\n')));
    }

    // Section 3.1: the six counts stand at byte 20.
    private static int Count(ReadOnlySpan<byte> header, int index) => BinaryPrimitives.ReadInt32BigEndian(header[(20 + (index * 4))..]);

    private static int BlockLength(ReadOnlySpan<byte> header, int timeLength)
    {
        var (utc, standard, leaps, times, types, names) =
            (Count(header, 0), Count(header, 1), Count(header, 2), Count(header, 3), Count(header, 4), Count(header, 5));
        return (times * (timeLength + 1)) + (types * 6) + names + (leaps * (timeLength + 4)) + standard + utc;
    }
}
