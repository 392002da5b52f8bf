using System.Runtime.InteropServices;

namespace SiteGen.Pipeline.Incremental;

/// <summary>The kind of thing that a rendering read.</summary>
internal enum DependencyKind : byte
{
    /// <summary>A post's head, without what depends on its body alone.</summary>
    Head,

    /// <summary>A post's summary and number of words.</summary>
    Text,

    /// <summary>A post's body.</summary>
    Body,

    /// <summary>A post's comments.</summary>
    Comments,

    /// <summary>The next older and the next newer post.</summary>
    Neighbours,

    /// <summary>The first posts of a list; the part is how many.</summary>
    Prefix,

    /// <summary>How many posts a list has.</summary>
    Count,

    /// <summary>The posts on one page of a list; the part is the page.</summary>
    Slice,

    /// <summary>A term's name and URL; the ID is that of its list.</summary>
    Term,

    /// <summary>All terms of a taxonomy with their counts.</summary>
    Terms,

    /// <summary>A list of the whole site: its years, pages, menus, languages or authors.</summary>
    SiteList,

    /// <summary>The page whose content is shown above the list at a URL.</summary>
    ListPageContent,

    /// <summary>A data file, or the names in a data folder.</summary>
    Value,

    /// <summary>A template.</summary>
    Template,

    /// <summary>The URL of an asset of the theme.</summary>
    Asset,

    /// <summary>The URL of a link's target.</summary>
    Link,

    /// <summary>The bytes of a copied file.</summary>
    File,

    /// <summary>The size of an image, in pixels.</summary>
    Image,

    /// <summary>A version of a picture; the part says which.</summary>
    Variant,

    /// <summary>What SVGs are drawn with: the library and the font.</summary>
    Drawing,

    /// <summary>The URLs of the site's icon as PNG files.</summary>
    Icons,

    /// <summary>The length of a copied file, in bytes.</summary>
    Length,

    /// <summary>The translations for a language.</summary>
    Words,

    /// <summary>The site's own definitions of languages that code is coloured in.</summary>
    Languages,

    /// <summary>The translations of a post.</summary>
    Translations,

    /// <summary>Why a post is not published.</summary>
    LeftOut,

    /// <summary>The URLs of the whole site.</summary>
    Plan,

    /// <summary>The moment of the build.</summary>
    Now,

    /// <summary>What a file of the search of a language has; the ID is that of its list, the part says which file.</summary>
    Search,
}

/// <summary>Identifies one thing that a rendering can read, the same in every build.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Which one of that kind.</param>
/// <param name="Part">How many posts, which page of a list, version of a picture or file of a search; 0 for the other kinds.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DependencyKey(DependencyKind Kind, ulong Id, int Part)
{
    /// <summary>Whether hardly any other page reads the same: its own text, who is beside it.</summary>
    public bool IsOfOnePage => Kind is DependencyKind.Body or DependencyKind.Neighbours or DependencyKind.Comments
        or DependencyKind.Translations or DependencyKind.Slice or DependencyKind.ListPageContent or DependencyKind.Search;

    /// <summary>Whether it asks for a version of a picture, which is made when the page is rendered.</summary>
    public bool IsVariant => Kind == DependencyKind.Variant && Part != 0;

    /// <inheritdoc/>
    /// <remarks>Ids are fingerprints already, and a build asks half a million times.</remarks>
    public override int GetHashCode() => (int)Id ^ (int)(Id >> 32) ^ (Part << 5) ^ (int)Kind;
}
