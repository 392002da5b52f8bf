using System.Text.RegularExpressions;

namespace SiteGen.Cli.Tests.Conventions;

/// <summary>The outside world enters by one narrow door each.</summary>
public sealed partial class DoorTests
{
    [Fact]
    public void Law_9_files_are_touched_in_Loading_and_Writing_only() =>
        AssertOnlyIn(FileSystem(), path => path.StartsWith("src/SiteGen.Pipeline/Loading/", StringComparison.Ordinal)
            || path.StartsWith("src/SiteGen.Pipeline/Writing/", StringComparison.Ordinal)
            || path is "src/SiteGen.Server/Watching/SourceWatcher.cs" or "src/SiteGen.Cli/Terminal/CrashReporter.cs");

    [Fact]
    public void Law_9_the_network_belongs_to_one_project() =>
        AssertOnlyIn(Network(), path => path.StartsWith("src/SiteGen.Server/", StringComparison.Ordinal), file => file.Text);

    [Fact]
    public void Law_9_the_console_belongs_to_one_file() =>
        AssertOnlyIn(Words.Of("Console"), path => path == "src/SiteGen.Cli/Terminal/ConsoleReporter.cs");

    [Fact]
    public void Law_9_other_programs_are_started_by_one_file() =>
        AssertOnlyIn(Words.Of("Process.Start", "ProcessStartInfo"), path => path == "src/SiteGen.Cli/Terminal/OtherPrograms.cs");

    [Fact]
    public void Law_9_the_clock_is_a_value_that_is_handed_in() =>
        AssertOnlyIn(Clock(), path => path.StartsWith("src/SiteGen.Cli/", StringComparison.Ordinal));

    [Fact]
    public void Law_9_an_allowance_of_a_banned_symbol_stands_at_a_door() =>
        AssertOnlyIn(Words.Of("RS0030"), path => path.StartsWith("src/SiteGen.Pipeline/Loading/", StringComparison.Ordinal)
            || path.StartsWith("src/SiteGen.Pipeline/Writing/", StringComparison.Ordinal)
            || path == "src/SiteGen.Cli/Terminal/ConsoleReporter.cs", file => file.Text);

    [Fact]
    public void Law_10_threads_start_in_one_file() =>
        AssertOnlyIn(
            Threads(),
            path => path is "src/SiteGen.Pipeline/Threading/ParallelStage.cs"
                || path.StartsWith("src/SiteGen.Server/", StringComparison.Ordinal));

    [Fact]
    public void Law_10_the_pipeline_has_no_locks() => AssertOnlyIn(Locks(), IsOutsidePipeline);

    [Fact]
    public void The_pipeline_is_not_asynchronous() => AssertOnlyIn(Words.Of("async", "await"), IsOutsidePipeline);

    [Fact]
    public void Law_2_what_goes_from_stage_to_stage_cannot_be_edited() =>
        AssertOnlyIn(
            Setter(),
            path => !path.StartsWith("src/SiteGen.Pipeline/", StringComparison.Ordinal)
                || path.StartsWith("src/SiteGen.Pipeline/Rendering/", StringComparison.Ordinal));

    [Fact]
    public void Law_12_nothing_is_found_by_reflection() =>
        AssertOnlyIn(Reflection(), path => false);

    [Fact]
    public void Law_12_what_is_embedded_is_read_in_two_files() =>
        AssertOnlyIn(
            Words.Of("GetManifestResourceNames", "GetManifestResourceStream"),
            path => path is "src/SiteGen.Pipeline/Loading/Embedded/EmbeddedFiles.cs" or "src/SiteGen.Server/Http/ReloadScript.cs",
            file => file.Code.Replace('.', ' '));

    private static bool IsOutsidePipeline(string path) =>
        path.StartsWith("src/SiteGen.Server/", StringComparison.Ordinal) || path.StartsWith("src/SiteGen.Cli/", StringComparison.Ordinal);

    private static void AssertOnlyIn(Regex pattern, Func<string, bool> mayUse) => AssertOnlyIn(pattern, mayUse, file => file.Code);

    private static void AssertOnlyIn(Regex pattern, Func<string, bool> mayUse, Func<CodeFile, string> textOf) =>
        Assert.Empty(CodeFile.Program.Where(file => !mayUse(file.Path))
            .SelectMany(file => (file with { Code = textOf(file) }).Find(pattern)));

    [GeneratedRegex(
        @"(?<![\w.])(File|Directory|FileInfo|DirectoryInfo|FileStream|RandomAccess|FileSystemWatcher)"
        + @"(\.(?!Path|RelativePath|Name|Id|Stamp|Kind|Folder)\w|\s*\()",
        RegexOptions.CultureInvariant)]
    private static partial Regex FileSystem();

    [GeneratedRegex(@"using (System\.Net\.\w|Microsoft\.AspNetCore)|HttpClient|TcpClient", RegexOptions.CultureInvariant)]
    private static partial Regex Network();

    [GeneratedRegex(@"TimeProvider\.System|DateTime(Offset)?\.(Utc)?Now|Stopwatch\.StartNew", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<!\w)(Parallel\.|new Thread\b|ThreadPool|Task\.Run|Task\.Factory|AsParallel)", RegexOptions.CultureInvariant)]
    private static partial Regex Threads();

    [GeneratedRegex(
        @"(?<!\w)(lock\s*\(|Monitor\.|Mutex\b|SemaphoreSlim\b|ReaderWriterLock|SpinLock|Interlocked\.)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Locks();

    [GeneratedRegex(@"(?<!private )\bset;", RegexOptions.CultureInvariant)]
    private static partial Regex Setter();

    [GeneratedRegex(
        @"Activator|System\.Reflection|\.GetPropert(y|ies)\(|\.GetMethods?\(|\.GetFields?\(|\.GetMembers?\(|\.InvokeMember|"
        + @"Type\.GetType\(|MakeGeneric(Type|Method)|Assembly\.Load|(?<!\w)dynamic\s+\w",
        RegexOptions.CultureInvariant)]
    private static partial Regex Reflection();
}
