using SiteGen.Pipeline.ImageProcessing;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Rendering.Pictures;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Drawings;

/// <summary>Gives the bytes of what is drawn from an SVG: taken from the cache on disk, or drawn. For one thread.</summary>
internal sealed class DrawingRenderer(PageScope scope, ImageStore images)
{
    /// <summary>The template that cards are drawn from.</summary>
    public const string TemplateName = "social-card.svg";

    // iOS fills what is transparent with black.
    private const int SizeOnHomeScreen = 180;
    private const int White = 0xFFFFFF;
    private const int MostBytes = 10 << 20;

    private readonly Utf8Buffer _file = new();

    private DrawingSettings Settings => images.Settings.Drawings;

    /// <summary>The card that the template has given; false when it cannot be drawn.</summary>
    /// <param name="card">The route.</param>
    /// <param name="svg">What the template has given.</param>
    /// <param name="bytes">The PNG.</param>
    public bool Draw(CardRoute card, ReadOnlyMemory<byte> svg, out ReadOnlyMemory<byte> bytes)
    {
        var isDrawn = Draw(svg.Span, Canvas, out bytes);
        if (!isDrawn)
        {
            scope.Diagnostics.Add(Diagnostic.InFile(CardMessages.UndrawableCard(card.Page.Origin), TemplatePath));
        }

        return isDrawn;
    }

    /// <summary>The cover as a card; false when it cannot be drawn.</summary>
    public bool DrawCover(CopyRoute cover, out ReadOnlyMemory<byte> bytes) => DrawFile(cover, Canvas, out bytes);

    /// <summary>An icon; false when it cannot be drawn.</summary>
    public bool Draw(IconRoute icon, out ReadOnlyMemory<byte> bytes) =>
        DrawFile(icon.Drawing, new SvgCanvas(icon.Size, icon.Size, icon.Size == SizeOnHomeScreen ? White : null), out bytes);

    private string TemplatePath => $"{scope.Options.Folders.Templates}/{TemplateName}";

    private SvgCanvas Canvas => new(CardRoute.Width, CardRoute.Height, Settings.Paper);

    private bool DrawFile(CopyRoute copy, SvgCanvas canvas, out ReadOnlyMemory<byte> bytes)
    {
        bytes = default;
        scope.Dependencies.Note(new DependencyKey(DependencyKind.File, copy.File.Id, 0));
        if (copy.File.Read(_file, MostBytes, out var refusal) is not { } svg)
        {
            scope.Diagnostics.Add(copy.File.Refused(refusal));
            return false;
        }

        var isDrawn = Draw(svg.Span, canvas, out bytes);
        if (!isDrawn)
        {
            scope.Diagnostics.Add(Diagnostic.InFile(CardMessages.Undrawable(), copy.Origin));
        }

        return isDrawn;
    }

    private bool Draw(ReadOnlySpan<byte> svg, SvgCanvas canvas, out ReadOnlyMemory<byte> bytes)
    {
        scope.Dependencies.Note(new DependencyKey(DependencyKind.Drawing, 0, 0));
        var key = Fingerprint.Compute(svg).And(Settings.Fingerprint).And(canvas.Width).And(canvas.Height).And(canvas.Background ?? -1);
        if (images.Cache.Read(key) is { } kept)
        {
            bytes = kept;
            return true;
        }

        if (images.Settings.Library.Version is null)
        {
            bytes = default;
            return false;
        }

        Settings.Font.Register(svg);
        var drawn = SvgRasterizer.Draw(svg, canvas);
        bytes = drawn;
        if (drawn is not null)
        {
            images.Cache.Write(key, drawn);
        }

        return drawn is not null;
    }
}
