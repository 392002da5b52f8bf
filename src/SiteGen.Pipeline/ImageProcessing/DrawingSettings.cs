using System.Collections.Immutable;
using System.Globalization;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.ImageProcessing;

/// <summary>What decides whether SVGs are drawn as PNG, and what their bytes are.</summary>
internal sealed class DrawingSettings
{
    private const int UsualPaper = 0xFDFCF9;

    private readonly ImageOptions _options;
    private readonly ImageLibrary _library;
    private readonly CardFont _font;
    private readonly string? _paper;
    private readonly Lazy<Fingerprint> _fingerprint;
    private readonly Lazy<ImmutableArray<Diagnostic>> _problems;

    /// <summary>The settings of a build.</summary>
    public DrawingSettings(SiteOptions options, ImageLibrary library, CardFont font)
    {
        (_options, _library, _font, _paper) = (options.Images, library, font, options.Theme["paper"]);
        _fingerprint = new Lazy<Fingerprint>(
            () => Fingerprint.Compute("drawings").And(SvgRasterizer.Revision).And(library.Version).And(font.Fingerprint),
            LazyThreadSafetyMode.PublicationOnly);
        _problems = new Lazy<ImmutableArray<Diagnostic>>(() => [.. FindProblems()], LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The font.</summary>
    public CardFont Font => _font;

    /// <summary>Whether posts get cards. Loads the library when they are asked for.</summary>
    public bool HasCards => _options.HasCards && IsLibraryThere && _font.Family is not null && IsFontFree;

    /// <summary>Whether the site's icon is drawn.</summary>
    public bool HasIcons => _options.HasIcons && IsLibraryThere;

    /// <summary>The problems of cards and icons.</summary>
    public ImmutableArray<Diagnostic> Problems => _problems.Value;

    /// <summary>Fingerprint of all that the bytes of a drawing depend on, beside the SVG and the canvas.</summary>
    public Fingerprint Fingerprint => _fingerprint.Value;

    /// <summary>The colour of the page as 0xRRGGBB; that of the built-in theme when it is not written in hexadecimal digits.</summary>
    public int Paper => _paper is ['#', .. { Length: 6 } digits]
        && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var color)
            ? color
            : UsualPaper;

    private bool IsLibraryThere => _library.Version is not null;

    private bool IsFontFree => _library.HasFontsAsAsked && _font.IsOnlyOne;

    private IEnumerable<Diagnostic> FindProblems()
    {
        if (!_options.HasCards && !_options.HasIcons)
        {
            yield break;
        }

        if (!IsLibraryThere)
        {
            yield return Diagnostic.InFile(RenderingMessages.NoImageLibrary(_library.Refusal, ImageLibrary.FileName, isDrawing: true), "");
        }
        else if (_font.Family is not null && !IsFontFree)
        {
            yield return Diagnostic.InFile(CardMessages.FontChanged(), "");
        }
        else if (_font.Problem is { } problem)
        {
            yield return problem;
        }
    }
}
