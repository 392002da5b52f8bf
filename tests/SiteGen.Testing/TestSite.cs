using System.Text;
using SiteGen.Pipeline;
using SiteGen.Pipeline.Caching;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Loading;
using SiteGen.Text;
using Xunit;
using Xunit.Sdk;

namespace SiteGen.Testing;

/// <summary>A whole site in a folder of its own: says what there is, builds, and says what should have come out.</summary>
/// <remarks>
/// Law 5 in every test: each build is repeated from nothing into an empty folder, and both must say the same and, where
/// nothing failed, consist of the same bytes.
/// </remarks>
public sealed partial class TestSite : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HashSet<string> _foreign = new(StringComparer.Ordinal);
    private RawOptions _given = RawOptions.None;
    private TimeProvider _clock = TestClock.At("2026-06-01T12:00:00Z");
    private bool _forgets;
    private bool _isLarge;
    private bool _needsBaseUrl;
    private BuildResult? _result;
    private DateTime _lastWrite = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private TestSite()
    {
        Directory.CreateDirectory(SourceFolder);
        _given = RawOptions.None.With("source", SourceFolder);
    }

    /// <summary>Where the site's files are.</summary>
    public string SourceFolder => _folder["site"];

    /// <summary>Where the finished site is.</summary>
    public string OutputFolder => _folder["site/_site"];

    /// <summary>A folder beside the site, for what must not be touched.</summary>
    public string OutsideFolder => Directory.CreateDirectory(_folder["outside"]).FullName;

    /// <summary>What the last build returned.</summary>
    public BuildResult Result => _result ?? throw new InvalidOperationException("nothing was built, because of the options");

    /// <summary>The problems of the last build, of the options if they were at fault.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; private set; } = [];

    /// <summary>A site that consists of the files of these archives; of two files at one path the later counts.</summary>
    public static TestSite From(params ReadOnlySpan<string> archives)
    {
        var site = new TestSite();
        foreach (var archive in archives)
        {
            foreach (var file in TextArchive.Parse(archive))
            {
                site.Write(file.Path, file.Text);
            }
        }

        return site;
    }

    /// <summary>Includes drafts from now on.</summary>
    public TestSite WithDrafts() => With(given => given.With("drafts", true));

    /// <summary>Includes posts from the future from now on.</summary>
    public TestSite WithFuture() => With(given => given.With("future", true));

    /// <summary>Includes expired posts from now on.</summary>
    public TestSite WithExpired() => With(given => given.With("expired", true));

    /// <summary>Gives the base URL as on the command line.</summary>
    public TestSite WithBaseUrl(string baseUrl) => With(given => given.With("base_url", baseUrl));

    /// <summary>Names the library of pictures from now on.</summary>
    public TestSite WithImageLibrary(string path) => With(given => given.With("libvips", path));

    /// <summary>Builds for an environment from now on.</summary>
    public TestSite WithEnvironment(string name) => With(given => given.With("environment", name));

    /// <summary>Tells from now on that there is no base URL, as the program does; other tests are about something else.</summary>
    public TestSite NeedsBaseUrl()
    {
        _needsBaseUrl = true;
        return this;
    }

    /// <summary>Lets any warning hold the build.</summary>
    public TestSite WithStrict() => With(given => given.With("strict", true));

    /// <summary>Keeps texts on disk, as if there were more than the memory is to hold.</summary>
    public TestSite AsIfLarge()
    {
        _isLarge = true;
        return this;
    }

    /// <summary>Writes nothing; every build is then as of a new process, for nothing of the last one exists.</summary>
    public TestSite WithDryRun() => With(given => given.With("dry_run", true));

    /// <summary>Sets the clock, as <c>2026-06-01T12:00:00Z</c>.</summary>
    public TestSite WithClock(string moment)
    {
        _clock = TestClock.At(moment);
        return this;
    }

    /// <summary>Sets the time zone; before the first build, for only the configuration file can change it later.</summary>
    public TestSite WithTimeZone(string name)
    {
        Assert.Null(_result);
        return With(given => given.With("time_zone", name));
    }

    /// <summary>Forgets the last build, as a new process does.</summary>
    public TestSite Forget()
    {
        _forgets = true;
        return this;
    }

    /// <summary>Writes a file of the site.</summary>
    public TestSite Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file of the site.</summary>
    public TestSite Write(string path, byte[] bytes)
    {
        var full = Full(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? SourceFolder);
        File.WriteAllBytes(full, bytes);
        // A file counts as changed by size and time; edits in a test follow each other faster than the disk's clock ticks.
        _lastWrite = _lastWrite.AddSeconds(1);
        File.SetLastWriteTimeUtc(full, _lastWrite);
        return this;
    }

    /// <summary>Makes a folder of the site.</summary>
    public TestSite EmptyFolder(string path)
    {
        Directory.CreateDirectory(Full(path));
        return this;
    }

    /// <summary>Replaces a text in a file of the site, wherever it stands; it must stand somewhere.</summary>
    public TestSite Edit(string path, string old, string replacement)
    {
        var text = File.ReadAllText(Full(path));
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Write(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>Deletes a file or a folder of the site.</summary>
    public TestSite Delete(string path)
    {
        if (Directory.Exists(Full(path)))
        {
            Directory.Delete(Full(path), recursive: true);
            return this;
        }

        Assert.True(File.Exists(Full(path)), $"there is no {path} to delete");
        File.Delete(Full(path));
        return this;
    }

    /// <summary>Moves a file or a folder of the site; its time stays.</summary>
    public TestSite Rename(string path, string newPath)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(newPath)) ?? SourceFolder);
        Directory.Move(Full(path), Full(newPath));
        return this;
    }

    /// <summary>Writes a file of somebody else into the output.</summary>
    public TestSite WriteForeign(string outPath, string text)
    {
        var full = Path.Combine(OutputFolder, outPath);
        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? OutputFolder);
        File.WriteAllText(full, text);
        _foreign.Add(outPath);
        return this;
    }

    /// <summary>Builds with what the last build left on disk, as the program does, and once more from nothing.</summary>
    public TestSite Build() => Build(CancellationToken.None);

    /// <summary>Builds until cancelled; then nothing is remembered of it.</summary>
    public TestSite Build(CancellationToken cancellation)
    {
        var loaded = SiteFile.Load(new OptionSources(_given), _clock);
        var options = _needsBaseUrl ? loaded : loaded with { Value = loaded.Value with { IfNoBaseUrl = null } };
        Diagnostics = options.Diagnostics;
        if (options.Diagnostics.Any(problem => problem.IsError))
        {
            _result = null;
            return this;
        }

        using var store = BuildCacheStore.Open(options.Value);
        if (!_forgets)
        {
            store.BeginBuild();
        }

        var tree = SourceScanner.ScanAll(options.Value, store.Note);
        var given = _isLarge ? options.Value with { MostTextInMemory = 0 } : options.Value;
        var result = BuildPipeline.Run(tree, given, _forgets ? BuildCache.Empty : store.Load(), cancellation);
        _result = result;
        if (!result.IsUpToDate)
        {
            store.Save(result.Cache);
        }

        _forgets = options.Value.Writing.IsDryRun;
        Diagnostics = result.Diagnostics;
        CompareWithCleanBuild(tree, options.Value);
        return this;
    }

    /// <summary>Plans the site without building it.</summary>
    public SitePlan Plan()
    {
        var options = SiteFile.Load(new OptionSources(_given), _clock).Value;
        return BuildPipeline.Plan(SourceScanner.ScanAll(options), options, BuildCache.Empty, CancellationToken.None);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private TestSite With(Func<RawOptions, RawOptions> change)
    {
        _given = change(_given);
        return this;
    }

    private string Full(string path) => Path.Combine(SourceFolder, path);

    private void CompareWithCleanBuild(SourceTree tree, SiteOptions options)
    {
        using var folder = new TempFolder();
        var clean = BuildPipeline.Run(tree, options with { OutputFolder = folder["out"] }, BuildCache.Empty, CancellationToken.None);
        var (said, expected) = (Said(Result), Said(clean));
        if (said != expected)
        {
            throw new XunitException($"Law 5: the problems are not those of a clean build; {Snapshot.FirstDifference(expected, said)}");
        }

        if (Result.Errors == 0 && Result.Changes is not null && !options.Writing.IsDryRun)
        {
            CompareFiles(TempFolder.Contents(folder["out"]), TempFolder.Contents(OutputFolder));
        }

        // A zone is an option of sitegen.yml only; these tests set it from outside.
        if (s_program is not null && !_given.Has("time_zone"))
        {
            CompareWithProgram(clean, TempFolder.Contents(folder["out"]));
        }
    }

    private void CompareFiles(SortedDictionary<string, byte[]> clean, SortedDictionary<string, byte[]> actual)
    {
        foreach (var (path, bytes) in clean)
        {
            if (!actual.TryGetValue(path, out var found))
            {
                throw new XunitException($"Law 5: {path} is missing, which a clean build has");
            }

            if (!found.AsSpan().SequenceEqual(bytes))
            {
                throw new XunitException($"Law 5: {path} is not as in a clean build; "
                    + $"{Snapshot.FirstDifference(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(found))}");
            }
        }

        var extra = actual.Keys.Where(path => !clean.ContainsKey(path) && !_foreign.Contains(path)).ToArray();
        Assert.True(extra.Length == 0, $"Law 5: a clean build does not have {string.Join(", ", extra)}");
    }

    private static string Said(BuildResult result) =>
        string.Concat(result.Diagnostics.Where(problem => !IsAboutOutput(problem.Rule.Code))
            .Select(problem => problem.ToText()));
}
