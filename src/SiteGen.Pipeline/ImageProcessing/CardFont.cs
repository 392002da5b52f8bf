using System.Collections.Immutable;
using NetVips;
using SiteGen.Pipeline.Configuration;
using SiteGen.Pipeline.Images;
using SiteGen.Pipeline.Loading;
using SiteGen.Pipeline.Loading.Files;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.ImageProcessing;

/// <summary>The font that texts in drawn pictures are written with.</summary>
/// <remarks>One in a process: the library remembers for as long as it runs which fonts there are.</remarks>
internal sealed class CardFont
{
    private const string Only = "";

    private const int MostBytes = 64 << 20;

    // The font that this process draws with.
    private static ImmutableDictionary<string, Fingerprint> s_claimed = ImmutableDictionary<string, Fingerprint>.Empty;

    // Read and written by the thread that draws.
    private static bool s_isRegistered;

    private readonly string? _path;

    private CardFont(string? family, string? path, Fingerprint content) => (Family, _path, Fingerprint) = (family, path, content);

    /// <summary>No font: texts stay invisible.</summary>
    public static CardFont None { get; } = new(null, null, default);

    /// <summary>The name that an SVG asks for; null when there is no font.</summary>
    public string? Family { get; }

    /// <summary>The fingerprint of its bytes.</summary>
    public Fingerprint Fingerprint { get; }

    /// <summary>The problem or note to report; null for none.</summary>
    public Diagnostic? Problem { get; private init; }

    /// <summary>The font that the options name.</summary>
    /// <param name="tree">The source files.</param>
    /// <param name="options">The options.</param>
    public static CardFont Of(SourceTree tree, SiteOptions options) => options.Theme.CardFont switch
    {
        _ when !options.Images.HasCards && !options.Images.HasIcons => None,
        null => options.Images.HasCards ? Unusable(options.Images.IfNoCardFont, CardMessages.NoFont()) : None,
        { IsOfMachine: true, IfMissing: var note } => OfMachine(note),
        { } named => Read(named, tree),
    };

    /// <summary>Whether this process draws with no other font.</summary>
    public bool IsOnlyOne => ImmutableInterlocked.GetOrAdd(ref s_claimed, Only, Fingerprint) == Fingerprint;

    /// <summary>A font by its bytes; null when it is no font that text can be drawn with.</summary>
    /// <param name="path">The absolute path of its file.</param>
    /// <param name="bytes">The bytes.</param>
    public static CardFont? FromFile(string path, ReadOnlySpan<byte> bytes) =>
        FontFile.Read(bytes) is { Family: var family } ? new CardFont(family, path, Fingerprint.Compute(bytes)) : null;

    /// <summary>Gives the font to the library before it draws an SVG. Only once that is started.</summary>
    public void Register(ReadOnlySpan<byte> svg)
    {
        if (Family is null)
        {
            // A text without a font is a use of none.
            _ = svg.IndexOf("<text"u8) >= 0 && IsOnlyOne;
        }
        else if (_path is { } path)
        {
            DrawingThread.Run(() => RegisterFile(path));
        }
    }

    // In the thread that draws, where the library looks for it. The text does not matter: this is the operation that takes a file.
    private static void RegisterFile(string path)
    {
        if (s_isRegistered)
        {
            return;
        }

        s_isRegistered = true;
        try
        {
            using var text = Image.Text("x", fontfile: path);
        }
        catch (VipsException)
        {
            // The font has no 'x'.
        }
    }

    private static CardFont OfMachine(Diagnostic note) => MachineFonts.AreSetUp
        ? new CardFont("sans-serif", null, Fingerprint.Compute("machine")) { Problem = note }
        : Unusable(note, CardMessages.NoMachineFonts());

    private static CardFont Read(CardFontOption named, SourceTree tree)
    {
        if (tree.Files.FirstOrDefault(file => file.Path == named.Path) is not { FullPath: { } path } file)
        {
            return Unusable(named.IfMissing, CardMessages.MissingFont(named.Path));
        }

        if (file.Read(new Utf8Buffer(), MostBytes, out var refusal) is not { } bytes)
        {
            return Unusable(named.IfMissing, CardMessages.UnreadableFont(named.Path, refusal));
        }

        return FromFile(path, bytes.Span) ?? Unusable(named.IfMissing, CardMessages.NotAFont(named.Path, FontFile.IsWebFont(bytes.Span)));
    }

    private static CardFont Unusable(Diagnostic? at, DiagnosticMessage message) => new(null, null, default)
    {
        Problem = (at ?? Diagnostic.InFile(message, "")) with
        {
            Rule = message.Rule,
            Severity = message.Rule.Severity,
            Message = message.Text,
            Hint = message.Hint,
        },
    };
}
