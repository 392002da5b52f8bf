using System.Buffers.Binary;

namespace SiteGen.Pipeline.Images.Metadata;

/// <summary>JPEG without what is not needed to show it (ITU-T T.81, annex B).</summary>
/// <remarks>
/// Kept are tables, frames and scans, the JFIF header without its thumbnail (ITU-T T.871 §10), the colour profile (ICC.1:2022 §B.4) and
/// Adobe's segment, which says how colours are stored (T.872 §6.5.3). Everything behind the first picture goes: other pictures of
/// the file (CIPA DC-007), gain maps, films and archives that cameras append.
/// </remarks>
internal ref struct JpegStripper
{
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    // Of the segments with their length but without their marker.
    private const int JfifLength = 16;
    private const int AdobeLength = 14;

    private readonly bool _keepsCredit;
    private readonly PartList _parts = new();
    private ByteWindow _window;
    private PlacedFields _fields;
    private bool _hasScan;

    private JpegStripper(ByteWindow window, bool keepsCredit)
    {
        _window = window;
        _keepsCredit = keepsCredit;
    }

    /// <summary>The parts to publish; null when the structure is not understood.</summary>
    public static PartList? Strip(ByteWindow window, bool keepsCredit)
    {
        var stripper = new JpegStripper(window, keepsCredit);
        if (!stripper.Walk())
        {
            return null;
        }

        if (stripper._fields.Fields.ToTiff() is { Length: > 0 } tiff)
        {
            stripper._parts.Insert(ref stripper._window, stripper._fields, ExifSegment(tiff));
        }

        return stripper._parts;
    }

    // False when there is no picture as far as can be understood.
    private bool Walk()
    {
        _parts.Keep(0, 2);
        var at = 2L;
        while (!_parts.IsTooLong && NextMarker(ref at, out var start) is { } marker)
        {
            switch (marker)
            {
                case EndOfImage:
                    _parts.Keep(start, at);
                    return _hasScan;
                case 0x01 or (>= 0xD0 and <= 0xD7):
                    _parts.Keep(start, at);
                    continue;
                case StartOfImage or < 0xC0 or (>= 0xF0 and <= 0xFD):
                    // Another picture, or a marker that no decoder gets past: those of JPEG-LS among them.
                    return _hasScan;
            }

            // Like decoders, take a length that cannot be for a segment without content.
            var length = _window.From(at, 2) is { Length: >= 2 } bytes ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : 0;
            var end = Math.Min(at + Math.Max(length, 2), _window.Length);
            Take(marker, start, at, end);
            at = end;
            if (marker == StartOfScan)
            {
                at = EndOfScan(end);
                _parts.Keep(end, at);
                _hasScan = true;
            }
        }

        return _hasScan && !_parts.IsTooLong;
    }

    // Skips stray bytes between segments.
    private byte? NextMarker(ref long at, out long start)
    {
        start = at;
        while (_window.From(at, 2) is { Length: >= 2 } rest)
        {
            if (rest[0] != 0xFF)
            {
                var next = rest.IndexOf((byte)0xFF);
                start = at += next < 0 ? rest.Length : next;
            }
            else if (rest[1] == 0xFF)
            {
                // A fill byte.
                at++;
            }
            else
            {
                at += 2;
                if (rest[1] != 0)
                {
                    return rest[1];
                }

                start = at;
            }
        }

        return null;
    }

    // A zero behind FF stands for FF itself; restart markers are part of a scan, and FF may be repeated before a marker.
    private long EndOfScan(long at)
    {
        var run = -1L;
        while (_window.From(at, 2) is { Length: >= 2 } rest)
        {
            var found = rest[..^1].IndexOf((byte)0xFF);
            if (found < 0)
            {
                (at, run) = (at + rest.Length - 1, -1);
                continue;
            }

            run = found > 0 || run < 0 ? at + found : run;
            var next = rest[found + 1];
            if (next is StartOfImage or EndOfImage or StartOfScan or (>= 0xC0 and < 0xD0) or (> StartOfScan and < 0xF0) or 0xFE)
            {
                return run;
            }

            (at, run) = next == 0xFF ? (at + found + 1, run) : (at + found + 2, -1);
        }

        return _window.Length;
    }

    private void Take(byte marker, long start, long at, long end)
    {
        switch (marker)
        {
            case 0xE0:
                Shorten(start, at, end, JfifLength, "JFIF\0"u8, zeros: 2);
                break;
            case 0xE1:
                TakeFields(start, at + 2, end);
                break;
            case 0xE2 when _window.Has(at + 2, end, "ICC_PROFILE\0"u8):
                _parts.Keep(start, end);
                break;
            case 0xEE:
                Shorten(start, at, end, AdobeLength, "Adobe"u8, zeros: 0);
                break;
            case (>= 0xE0 and <= 0xEF) or 0xFE:
                break;
            default:
                _parts.Keep(start, end);
                break;
        }
    }

    // The fixed part of a segment, its last bytes set to zero: the width and height of a thumbnail that is gone.
    private void Shorten(long start, long at, long end, int length, ReadOnlySpan<byte> name, int zeros)
    {
        if (end - at < length || !_window.Has(at + 2, end, name))
        {
            return;
        }

        var segment = _window.Copy(at - 2, length + 2);
        segment[2] = 0;
        segment[3] = (byte)length;
        segment.AsSpan(segment.Length - zeros).Clear();
        _parts.Replace(ref _window, start, end, segment);
    }

    private void TakeFields(long start, long at, long end)
    {
        var isExif = _window.Has(at, end, "Exif\0\0"u8);

        // Behind the first scan decoders do not look for it.
        if (_hasScan || (!isExif && !(_keepsCredit && _window.Has(at, end, XmpCredit.JpegPrefix))))
        {
            return;
        }

        var found = isExif
            ? ExifFields.Read(ref _window, at + 6, end, _keepsCredit)
            : XmpCredit.Read(ref _window, at + XmpCredit.JpegPrefix.Length, end);
        _fields = _fields.And(found, _parts.Count, start, end);
    }

    private static byte[] ExifSegment(byte[] tiff)
    {
        var length = tiff.Length + 8;
        return [0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. "Exif\0\0"u8, .. tiff];
    }
}
