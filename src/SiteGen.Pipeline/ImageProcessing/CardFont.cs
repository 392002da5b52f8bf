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
/// <remarks>
/// One in a process: threads of the library remember for as long as they live which fonts there are, so that another one would be
/// seen by some of them only.
/// </remarks>
internal sealed class CardFont
{
    private const string Only = "";

    private const int MostBytes = 64 << 20;

    // The font that this process draws with.
    private static ImmutableDictionary<string, Fingerprint> s_claimed = ImmutableDictionary<string, Fingerprint>.Empty;

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
            Registered.From(path);
        }
    }

    /// <summary>The font once the library has it.</summary>
    /// <remarks>
    /// The runtime lets no thread pass before the initializer of the type is through: a font that is added while another thread draws
    /// changes the list that this one reads.
    /// </remarks>
    private static class Registered
    {
        private static volatile string s_path = "";

        public static void From(string path)
        {
            s_path = path;
            Attempt.Ensure();
        }

        private static class Attempt
        {
            static Attempt()
            {
                try
                {
                    // The text does not matter: this is the operation that takes a file.
                    using var text = Image.Text("x", fontfile: s_path);
                }
                catch (VipsException)
                {
                    // The font has no 'x'.
                }
            }

            public static void Ensure()
            {
                // Calling it is enough.
            }
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
