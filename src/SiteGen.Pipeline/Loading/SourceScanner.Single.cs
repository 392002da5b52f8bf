using System.Diagnostics.CodeAnalysis;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Loading;

/// <content>The files that are inputs by their own path, and not by their folder.</content>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The door through which folders are listed")]
public sealed partial class SourceScanner
{
    private static readonly string[] s_authors = ["authors.yml", "authors.yaml"];

    private void AddSingle(HashSet<string> changed)
    {
        if (s_authors.Any(name => SourceListing.IsAt(name, changed)))
        {
            // Which of the two is read depends on both.
            changed.UnionWith(s_authors);
            AddAuthors();
        }

        if (SourceListing.IsAt(FontPath, changed))
        {
            AddFont();
        }
    }

    private string FontPath => _options.Theme.CardFont?.Path ?? "";

    private void AddAuthors()
    {
        var isFound = false;
        foreach (var name in s_authors)
        {
            var file = new FileInfo(Path.Combine(_root, name));
            if (!file.Exists || Leaves(file, name) || !IsFile(file, name))
            {
                continue;
            }

            if (isFound)
            {
                _problems.Add(Diagnostic.InFile(DataMessages.RepeatedName(s_authors[0]), name));
                return;
            }

            _files.Add(SourceEntry.Create(name, name, SourceKind.Authors, file.FullName, FolderEntry.Of(file)));
            isFound = true;
        }
    }

    // Not among the templates or the data, where it would be read as one of those.
    private bool IsFontAlone(string path, Input input) => path == FontPath && !IsPublished(path, input);

    private bool IsPublished(string path, Input input) => input.IsStatic
        || input.Folder == _options.Folders.Posts || input.Folder == _options.Folders.Pages
        || path.StartsWith($"{_options.Folders.Templates}/assets/", StringComparison.Ordinal);

    private void AddFont()
    {
        if (FontPath.Length == 0 || _files.Any(file => file.Path == FontPath))
        {
            return;
        }

        var file = new FileInfo(Path.Combine(_root, FontPath));
        if (file.Exists && !Leaves(file, FontPath) && IsFile(file, FontPath))
        {
            _files.Add(SourceEntry.Create(FontPath, FontPath, SourceKind.Font, file.FullName, FolderEntry.Of(file)));
        }
    }
}
