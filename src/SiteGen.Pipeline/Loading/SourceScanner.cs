using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Loading.Embedded;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Loading;

/// <summary>Lists a site's input files. Reads names, sizes and times, not contents.</summary>
/// <remarks>Symbolic links are followed only to targets inside the site's folder.</remarks>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The door through which folders are listed")]
public sealed partial class SourceScanner
{
    // Beyond this, listing everything is faster than looking up each path.
    internal const int MostRefreshed = 200;

    private readonly SiteOptions _options;
    private readonly string _root;
    private readonly string _output;
    private readonly string _private;
    private readonly IgnoreRules _ignored;
    private readonly ImmutableArray<Input> _inputs;
    private readonly List<SourceFile> _files = [];
    private readonly List<Diagnostic> _problems = [];
    private readonly Action<long>? _onListed;
    private bool _hasLinks;

    private SourceScanner(SiteOptions options, Action<long>? onListed = null)
    {
        (_options, _onListed) = (options, onListed);
        _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.SourceFolder));
        _output = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.OutputFolder));
        _private = Path.Combine(_root, SourceTree.PrivateFolder);
        _ignored = new IgnoreRules(options);
        var folders = options.Folders;
        _inputs =
        [
            new(folders.Posts, (path, relative) => SourceKinds.OfContent(SourceKind.Post, path, relative)),
            new(folders.Pages, (path, relative) => SourceKinds.OfContent(SourceKind.Page, path, relative)),
            .. folders.Static.Select(copied => new Input(copied.Folder, static (_, _) => SourceKind.Static) { Target = copied.Target }),
            new(folders.Templates, static (_, relative) => SourceKinds.OfTemplate(relative)),
            .. options.Theme.Folder is { Length: > 0 } theme
                ? [new Input(theme, static (_, relative) => SourceKinds.OfTheme(relative))]
                : Enumerable.Empty<Input>(),
            new(folders.Data, static (_, relative) => SourceKinds.OfData(relative)),
            new($"{folders.Data}/i18n", static (path, _) => SourceKinds.OfWords(path)),
            new($"{folders.Data}/comments", static (_, relative) => SourceKinds.OfComments(relative)),
        ];
    }

    /// <summary>Lists everything.</summary>
    /// <param name="options">The options of the build.</param>
    /// <param name="onListed">Is told of each file when it was last changed, in ticks (100 ns, UTC); null for nobody.</param>
    public static SourceTree ScanAll(SiteOptions options, Action<long>? onListed = null)
    {
        var scanner = new SourceScanner(options, onListed);
        foreach (var input in scanner._inputs)
        {
            scanner.Scan(input);
        }

        scanner.ReportMissing();

        scanner.AddAuthors();
        scanner.AddFont();
        return scanner.Result([], BuiltInTheme.Files(options.Folders.Templates));
    }

    /// <summary>Lists again what may have changed: files, or folders with everything in them.</summary>
    /// <param name="before">The tree as it was, scanned with the same options.</param>
    /// <param name="options">The options of the build.</param>
    /// <param name="fullPaths">The absolute paths of what may have changed; paths that are not inputs are ignored.</param>
    /// <remarks>Same result as <see cref="ScanAll"/>, provided that nothing else has changed.</remarks>
    public static SourceTree Refresh(SourceTree before, SiteOptions options, IReadOnlyCollection<string> fullPaths)
    {
        var scanner = new SourceScanner(options);
        if (before.Listing is not { HasLinks: false } listing || fullPaths.Count > MostRefreshed)
        {
            return ScanAll(options);
        }

        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in fullPaths.Where(path => IsInside(path, scanner._root) && !IsInside(path, scanner._output)))
        {
            var relative = Path.GetRelativePath(scanner._root, path).Replace('\\', '/');
            if (relative == "." || scanner.IsAboveAnInput(relative) || listing.HasInOtherCase(relative))
            {
                return ScanAll(options);
            }

            changed.Add(relative);
        }

        // A changed folder is scanned with everything in it.
        changed.RemoveWhere(path => SourceListing.IsAt(SitePath.FolderOf(path), changed));
        foreach (var path in changed)
        {
            scanner.ScanAgain(path);
        }

        scanner.AddSingle(changed);
        var problems = before.Diagnostics.Where(problem => !SourceListing.IsAt(problem.Path, changed));
        return scanner.Result(listing.Without(changed), listing.Theme, problems);
    }

    internal static SourceFile TemplateFile(
        string path, string relative, Fingerprint stamp, string? fullPath, ReadOnlyMemory<byte> embedded)
    {
        var kind = SourceKinds.OfTemplate(relative);
        return new SourceFile(path, kind == SourceKind.Asset ? relative["assets/".Length..] : relative, kind, stamp, fullPath, embedded);
    }

    private SourceTree Result(IEnumerable<SourceFile> kept, ImmutableArray<SourceFile> theme, IEnumerable<Diagnostic>? problems = null)
    {
        var listing = new SourceListing(SourceListing.Merged(kept, _files), theme, _hasLinks) { ThemeFolder = _options.Theme.Folder };
        var files = LanguageSuffix.MarkTranslations(listing.Files(), _options);
        return new SourceTree(files, [.. problems ?? [], .. _problems]) { Listing = listing };
    }

    private bool IsAboveAnInput(string path) => _inputs.Any(
        input => input.Folder.StartsWith(path + "/", StringComparison.Ordinal) || input.Folder == path || input.Folder == ".");

    private void ScanAgain(string path)
    {
        foreach (var input in _inputs.Where(input => path.StartsWith(input.Folder + "/", StringComparison.Ordinal)))
        {
            var full = Path.Combine(_root, path);
            FileSystemInfo entry = Directory.Exists(full) ? new DirectoryInfo(full) : new FileInfo(full);
            if (entry.Exists && !PathsFrom(input.Folder, path).Any(part => IsIgnored(part, _ignored.PatternFor(part, input.IsStatic)))
                && !Leaves(entry, path))
            {
                Scan(entry, path, path[(input.Folder.Length + 1)..], input);
            }
        }
    }

    // 'posts/a', 'posts/a/b.md' for 'posts/a/b.md' in 'posts'.
    private static IEnumerable<string> PathsFrom(string folder, string path)
    {
        for (var end = path.IndexOf('/', folder.Length + 1); end >= 0; end = path.IndexOf('/', end + 1))
        {
            yield return path[..end];
        }

        yield return path;
    }

    // A folder by its usual name may be missing, and that there is no post is said elsewhere.
    private void ReportMissing()
    {
        var folders = _options.Theme.Folder is { Length: > 0 } theme
            ? _options.Folders.All.Append((Key: "theme", Folder: theme))
            : _options.Folders.All;
        foreach (var (key, folder) in folders)
        {
            if (folder != key && key != "posts" && !Directory.Exists(Path.Combine(_root, folder)))
            {
                _problems.Add(Diagnostic.InFile(LoadingMessages.MissingFolder(key), folder));
            }
        }
    }

    private void Scan(Input input)
    {
        var full = Path.GetFullPath(Path.Combine(_root, input.Folder));
        if (IsInside(full, _root) && Directory.Exists(full))
        {
            Scan(full, "", input);
        }
    }

    private void Scan(string folder, string prefix, Input input)
    {
        FolderEntry[] entries;
        try
        {
            entries = FolderEntry.In(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Report(SourceEntry.ProblemOfFolder(exception, $"{input.Folder}/{prefix}".TrimEnd('/')));
            return;
        }

        foreach (var entry in entries)
        {
            var full = Path.Join(folder, entry.Name);
            var relative = prefix.Length == 0 ? entry.Name : $"{prefix}/{entry.Name}";
            var path = input.PathOf(relative);
            if (full == _output || full == _private || IsIgnored(path, _ignored.PatternFor(path, entry.Name, input.IsStatic)))
            {
                continue;
            }

            if (entry.IsOrdinary)
            {
                Add(entry, full, path, relative, input);
                continue;
            }

            FileSystemInfo info = entry.IsFolder ? new DirectoryInfo(full) : new FileInfo(full);
            if (!Leaves(info, path))
            {
                Scan(info, path, relative, input);
            }
        }
    }

    private void Scan(FileSystemInfo entry, string path, string relative, Input input)
    {
        if (entry is DirectoryInfo sub)
        {
            Scan(sub.FullName, relative, input);
        }
        else if (entry is FileInfo file && IsFile(file, path))
        {
            Add(FolderEntry.Of(file), file.FullName, path, relative, input);
        }
    }

    private void Add(FolderEntry file, string full, string path, string relative, Input input)
    {
        if (IsFontAlone(path, input))
        {
            return;
        }

        _onListed?.Invoke(file.Modified);

        if (input.Folder == _options.Folders.Templates
            || (input.Folder == _options.Theme.Folder && SourceKinds.OfTheme(relative) is not null))
        {
            _files.Add(SourceEntry.Stamped(TemplateFile(path, relative, default, full, default), file));
        }
        else if (input.KindOf(full, relative) is { } kind)
        {
            _files.Add(SourceEntry.Create(path, input.Target + relative, kind, full, file));
        }
    }

    private bool IsIgnored(string path, string? pattern) =>
        Report(pattern is null ? null : Diagnostic.InFile(LoadingMessages.IgnoredFile(pattern), path));

    private bool IsFile(FileInfo file, string path) => !Report(SourceEntry.ProblemOfFile(file, path));

    private bool Leaves(FileSystemInfo entry, string path)
    {
        // Known from the listing; asking each entry for its target is a system call.
        if (!entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
        {
            return false;
        }

        _hasLinks |= entry.LinkTarget is not null;
        return Report(SourceEntry.ProblemOfLink(entry, path, _root));
    }

    private bool Report(Diagnostic? problem)
    {
        if (problem is not null)
        {
            _problems.Add(problem);
        }

        return problem is not null;
    }

    private static bool IsInside(string path, string folder) => SourceEntry.IsInside(path, folder);

    /// <summary>An input folder, and what kind of source a file in it is.</summary>
    private sealed record Input(string Folder, Func<string, string, SourceKind?> KindOf)
    {
        // Where its files go in the output; null for sources.
        public string? Target { get; init; }

        public bool IsStatic => Target is not null;

        public string PathOf(string relative) => Folder == "." ? relative : $"{Folder}/{relative}";
    }
}
