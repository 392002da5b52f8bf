using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SiteGen.Text;

namespace SiteGen.Pipeline.Loading;

/// <summary>Reads a template outside a site, and the templates that it includes from its folder and the folders below.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "Reads the templates of 'sitegen render'")]
public sealed class TemplateFolder
{
    private readonly string _folder;

    /// <summary>The folder that a template is in.</summary>
    public TemplateFolder(string templatePath) => _folder = Path.GetDirectoryName(Path.GetFullPath(templatePath)) ?? ".";

    /// <summary>Reads a file; null when it cannot be read, with the reason.</summary>
    public static ParseResult<SourceText?> ReadFile(string path, out string? refusal)
    {
        var file = new SourceFile(path, path, SourceKind.Template, default, Path.GetFullPath(path), default);
        if (file.Read(new Utf8Buffer(), out refusal) is not { } bytes)
        {
            return new(null, []);
        }

        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var text = SourceEncoding.Decode(path, bytes, problems);
        return new(text, problems.ToImmutable());
    }

    /// <summary>Reads an included template by its name; null when it is not in the folder or below it.</summary>
    public SourceText? ReadInclude(string name)
    {
        var path = Path.GetFullPath(Path.Combine(_folder, name));
        var isInside = path.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return isInside && File.Exists(path) && ReadFile(path, out _).Value is { } source ? new SourceText(name, source.Bytes) : null;
    }
}
