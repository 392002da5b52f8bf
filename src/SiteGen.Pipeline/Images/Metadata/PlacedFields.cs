namespace SiteGen.Pipeline.Images.Metadata;

/// <summary>What is kept of all fields of a file, and the segment or chunk in whose place it is written.</summary>
/// <param name="Fields">The fields.</param>
/// <param name="Index">The number of parts before it.</param>
/// <param name="Start">The offset of the segment in the source.</param>
/// <param name="End">The offset behind it.</param>
internal readonly record struct PlacedFields(ExifFields Fields, int Index, long Start, long End)
{
    /// <summary>These and what another segment says; the place is that of the orientation, which programs look for no further.</summary>
    public PlacedFields And(ExifFields found, int index, long start, long end)
    {
        var all = Fields.Or(found);
        return all.Orientation != Fields.Orientation || (Fields.SaysNothing && !found.SaysNothing)
            ? new PlacedFields(all, index, start, end)
            : this with { Fields = all };
    }
}
