using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.FrontMatter;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Urls;
using SiteGen.Text;

namespace SiteGen.Pipeline.Loading;

/// <summary>Lists a site's input files. Reads names, sizes and times, not contents.</summary>
/// <remarks>Symbolic links are followed only to targets inside the site's folder.</remarks>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The door through which folders are listed")]
public sealed class SourceScanner
{
    // Beyond this, listing everything is faster than looking up each path.
    private const int MostRefreshed = 200;

    private readonly SiteOptions _options;
    private readonly string _root;
    private readonly string _output;
    private readonly (string Folder, Func<string, string, SourceKind?> KindOf)[] _inputs;
    private readonly List<SourceFile> _files = [];
    private readonly List<Diagnostic> _problems = [];
    private bool _hasLinks;

    private SourceScanner(SiteOptions options)
    {
        _options = options;
        _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.SourceFolder));
        _output = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.OutputFolder));
        var folders = options.Folders;
        _inputs =
        [
            (folders.Posts, (path, relative) => Content(SourceKind.Post, path, relative)),
            (folders.Pages, (path, relative) => Content(SourceKind.Page, path, relative)),
            (folders.Static, (_, _) => SourceKind.Static),
            (folders.Templates, (_, relative) => TemplateKind(relative)),
            (folders.Data, (_, relative) => DataKind(relative)),
            ($"{folders.Data}/i18n", (path, _) => IsYaml(path) ? SourceKind.Words : null),
            ($"{folders.Data}/comments", (_, relative) => CommentsKind(relative)),
        ];
    }

    /// <summary>Lists everything.</summary>
    public static SourceTree ScanAll(SiteOptions options)
    {
        var scanner = new SourceScanner(options);
        foreach (var (folder, kindOf) in scanner._inputs)
        {
            scanner.Scan(folder, kindOf);
        }

        scanner.AddAuthors();
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

        if (SourceListing.IsAt("authors.yml", changed))
        {
            scanner.AddAuthors();
        }

        var problems = before.Diagnostics.Where(problem => !SourceListing.IsAt(problem.Path, changed));
        return scanner.Result(listing.Without(changed), listing.Theme, problems);
    }

    internal static SourceFile TemplateFile(
        string path, string relative, Fingerprint stamp, string? fullPath, ReadOnlyMemory<byte> embedded)
    {
        var kind = TemplateKind(relative);
        return new SourceFile(path, kind == SourceKind.Asset ? relative["assets/".Length..] : relative, kind, stamp, fullPath, embedded);
    }

    private static SourceKind TemplateKind(string relative) =>
        relative.StartsWith("assets/", StringComparison.Ordinal) ? SourceKind.Asset
        : relative.StartsWith("i18n/", StringComparison.Ordinal) && IsYaml(relative) ? SourceKind.Words
        : SourceKind.Template;

    private static bool IsYaml(string path) => Path.GetExtension(path) is ".yml" or ".yaml";

    private static SourceKind? CommentsKind(string relative) =>
        Path.GetExtension(relative).ToLowerInvariant() is ".yml" or ".yaml" or ".json" ? SourceKind.Comments : null;

    // Other files there, such as notes or a script, are not inputs.
    private static SourceKind? DataKind(string relative) =>
        !relative.StartsWith("comments/", StringComparison.Ordinal) && !relative.StartsWith("i18n/", StringComparison.Ordinal)
        && Path.GetExtension(relative).ToLowerInvariant() is ".yml" or ".yaml" or ".json" or ".csv" or ".tsv" ? SourceKind.Data : null;

    private SourceTree Result(IEnumerable<SourceFile> kept, ImmutableArray<SourceFile> theme, IEnumerable<Diagnostic>? problems = null)
    {
        var listing = new SourceListing(SourceListing.Merged(kept, _files), theme, _hasLinks);
        var files = LanguageSuffix.MarkTranslations(listing.Files(), _options);
        return new SourceTree(files, [.. problems ?? [], .. _problems]) { Listing = listing };
    }

    private bool IsAboveAnInput(string path) => Array.Exists(
        _inputs,
        input => input.Folder.StartsWith(path + "/", StringComparison.Ordinal) || input.Folder == path || input.Folder == ".");

    private void ScanAgain(string path)
    {
        foreach (var (top, kindOf) in _inputs)
        {
            if (!path.StartsWith(top + "/", StringComparison.Ordinal))
            {
                continue;
            }

            var relative = path[(top.Length + 1)..];
            var full = Path.Combine(_root, path);
            FileSystemInfo entry = Directory.Exists(full) ? new DirectoryInfo(full) : new FileInfo(full);
            if (entry.Exists && !relative.Split('/').Any(name => IsIgnored(name, top)) && !Leaves(entry, path))
            {
                Scan(entry, relative, top, kindOf);
            }
        }
    }

    private void AddAuthors()
    {
        foreach (var name in (string[])["authors.yml", "authors.yaml"])
        {
            var file = new FileInfo(Path.Combine(_root, name));
            if (file.Exists && !Leaves(file, name))
            {
                _files.Add(new SourceFile(name, name, SourceKind.Authors, StampOf(file), file.FullName, default));
                return;
            }
        }
    }

    private static Fingerprint StampOf(FileInfo file) => new((ulong)file.LastWriteTimeUtc.Ticks, (ulong)file.Length);

    private static SourceKind Content(SourceKind kind, string fullPath, string relative) =>
        Path.GetExtension(relative).ToLowerInvariant() switch
        {
            ".md" or ".markdown" => kind,
            ".html" or ".htm" => StartsWithFrontMatter(fullPath) ? kind : SourceKind.Attachment,
            _ => SourceKind.Attachment,
        };

    private static bool StartsWithFrontMatter(string path)
    {
        Span<byte> start = stackalloc byte[64];
        try
        {
            using var file = File.OpenHandle(path);
            return FrontMatterBlock.Opens(start[..RandomAccess.Read(file, start, 0)]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private void Scan(string folder, Func<string, string, SourceKind?> kindOf)
    {
        var full = Path.GetFullPath(Path.Combine(_root, folder));
        if (IsInside(full, _root) && Directory.Exists(full))
        {
            Scan(new DirectoryInfo(full), "", folder, kindOf);
        }
    }

    private void Scan(DirectoryInfo folder, string prefix, string top, Func<string, string, SourceKind?> kindOf)
    {
        IEnumerable<FileSystemInfo> entries;
        try
        {
            entries = folder.GetFileSystemInfos();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var message = LoadingMessages.UnreadableFolder(SystemRefusal.Reason(exception));
            _problems.Add(Diagnostic.InFile(message, $"{top}/{prefix}".TrimEnd('/')));
            return;
        }

        foreach (var entry in entries)
        {
            var relative = prefix.Length == 0 ? entry.Name : $"{prefix}/{entry.Name}";
            if (IsIgnored(entry.Name, top) || entry.FullName == _output || Leaves(entry, $"{top}/{relative}"))
            {
                continue;
            }

            Scan(entry, relative, top, kindOf);
        }
    }

    private void Scan(FileSystemInfo entry, string relative, string top, Func<string, string, SourceKind?> kindOf)
    {
        if (entry is DirectoryInfo sub)
        {
            Scan(sub, relative, top, kindOf);
        }
        else if (entry is FileInfo file)
        {
            Add(file, relative, top, kindOf);
        }
    }

    private void Add(FileInfo file, string relative, string top, Func<string, string, SourceKind?> kindOf)
    {
        var stamp = StampOf(file);
        var path = top == "." ? relative : $"{top}/{relative}";
        if (top == _options.Folders.Templates)
        {
            _files.Add(TemplateFile(path, relative, stamp, file.FullName, default));
            return;
        }

        if (kindOf(file.FullName, relative) is { } kind)
        {
            _files.Add(new SourceFile(path, relative, kind, stamp, file.FullName, default) { Length = file.Length });
        }
    }

    // Hidden files and temporary files of editors; a published site needs some hidden ones ('.well-known', '.nojekyll').
    private bool IsIgnored(string name, string top) =>
        name is ".git" or ".DS_Store" or "Thumbs.db" or ".gitkeep"
        || (name[0] == '.' && top != _options.Folders.Static)
        || name[^1] == '~'
        || name[0] == '#'
        || name.EndsWith(".swp", StringComparison.Ordinal)
        || name.EndsWith(".tmp", StringComparison.Ordinal);

    private bool Leaves(FileSystemInfo entry, string path)
    {
        if (entry.LinkTarget is null)
        {
            return false;
        }

        var target = entry.ResolveLinkTarget(returnFinalTarget: true);
        // A link to one of its own parent folders would be followed forever.
        var loops = target is DirectoryInfo && IsInside(entry.FullName, target.FullName);
        _hasLinks = true;
        if (target is { Exists: true } && IsInside(target.FullName, _root) && !loops)
        {
            return false;
        }

        _problems.Add(Diagnostic.InFile(LoadingMessages.LinkLeavesSite(entry.LinkTarget), path));
        return true;
    }

    private static bool IsInside(string path, string folder) =>
        path == folder || path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
