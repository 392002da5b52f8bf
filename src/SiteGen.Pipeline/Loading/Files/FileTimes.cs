namespace SiteGen.Pipeline.Loading.Files;

/// <summary>Tells for which files a time and a size are enough to know that they have not changed.</summary>
/// <param name="Moment">When the listing of the sources began, by the clock that gives files their times, in ticks (100 ns, UTC).</param>
internal readonly record struct FileTimes(long Moment)
{
    // How coarse times can be: whole seconds, or two (FAT), on some systems, else a tick of the kernel's clock.
    private static readonly long s_coarse = TimeSpan.FromSeconds(2).Ticks;
    private static readonly long s_fine = TimeSpan.FromMilliseconds(50).Ticks;

    /// <summary>
    /// Whether a file was written so recently, or with a clock so far ahead, that it can be written again without another time.
    /// </summary>
    public bool IsFresh(SourceFile file)
    {
        var isCoarse = file.Modified % TimeSpan.TicksPerSecond == 0;
        return file.FullPath is not null && file.Modified + (isCoarse ? s_coarse : s_fine) >= Moment;
    }
}
