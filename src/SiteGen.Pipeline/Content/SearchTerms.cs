namespace SiteGen.Pipeline.Content;

/// <summary>Where in a post a term is; of several places, the highest counts.</summary>
internal enum TermPlace
{
    /// <summary>In the text, the description or the summary.</summary>
    Text,

    /// <summary>In a tag or a category.</summary>
    Tag,

    /// <summary>In a heading.</summary>
    Heading,

    /// <summary>In the title.</summary>
    Title,
}

/// <summary>The terms of a post: first those of its front matter, then the distinct ones of its body.</summary>
/// <remarks>
/// For each term of the front matter one byte, its place and one; one byte, its length; and its UTF-8. Then a zero. For each term of
/// the body one byte, its length with the highest bit set when it is in a heading, and its UTF-8; in the order of the text.
/// </remarks>
/// <param name="Stored">Where they are.</param>
internal sealed record SearchTerms(StoredBytes Stored)
{
    /// <summary>Marks the length of a term of the body that is in a heading.</summary>
    public const byte InHeading = 0x80;
}

/// <summary>Reads <see cref="SearchTerms"/>, term by term.</summary>
/// <param name="terms">The bytes.</param>
internal ref struct SearchTermList(ReadOnlySpan<byte> terms)
{
    private ReadOnlySpan<byte> _rest = terms;

    /// <summary>Whether the term is of the body; the terms of the body are distinct.</summary>
    public bool IsOfBody { get; private set; }

    /// <summary>Where the term is.</summary>
    public TermPlace Place { get; private set; }

    /// <summary>The length of the term in bytes.</summary>
    public int Length { get; private set; }

    /// <summary>The terms from this one on: it is read in blocks of eight bytes.</summary>
    public ReadOnlySpan<byte> Text { get; private set; }

    /// <summary>The term.</summary>
    public readonly ReadOnlySpan<byte> Term => Text[..Length];

    /// <summary>Goes on to the next term; false when there is none.</summary>
    public bool MoveNext()
    {
        if (!IsOfBody && _rest is [0, ..])
        {
            IsOfBody = true;
            _rest = _rest[1..];
        }

        if (_rest.IsEmpty)
        {
            return false;
        }

        if (IsOfBody)
        {
            (Place, Length) = (_rest[0] < SearchTerms.InHeading ? TermPlace.Text : TermPlace.Heading, _rest[0] & ~SearchTerms.InHeading);
            Text = _rest[1..];
        }
        else
        {
            (Place, Length) = ((TermPlace)(_rest[0] - 1), _rest[1]);
            Text = _rest[2..];
        }

        _rest = Text[Length..];
        return true;
    }
}
