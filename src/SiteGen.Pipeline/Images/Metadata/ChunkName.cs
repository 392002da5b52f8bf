namespace SiteGen.Pipeline.Images.Metadata;

/// <summary>The names of chunks, four letters each.</summary>
internal static class ChunkName
{
    /// <summary>Whether a name is among others that are written without anything between them.</summary>
    public static bool IsIn(ReadOnlySpan<byte> names, scoped ReadOnlySpan<byte> name)
    {
        for (; names.Length >= 4; names = names[4..])
        {
            if (names.StartsWith(name))
            {
                return true;
            }
        }

        return false;
    }
}
