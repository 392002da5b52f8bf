namespace SiteGen.Pipeline.Incremental;

/// <summary>What kind of thing a rendering read.</summary>
internal enum DependencyKind : byte
{
    /// <summary>A post's head, but for what its body alone decides.</summary>
    Head,

    /// <summary>How a post begins and how long it is.</summary>
    Text,

    /// <summary>A post's body.</summary>
    Body,

    /// <summary>A post's comments.</summary>
    Comments,

    /// <summary>Which posts stand before and behind a post.</summary>
    Neighbours,

    /// <summary>The first posts of a list; the part is how many.</summary>
    Prefix,

    /// <summary>How many posts a list has.</summary>
    Count,

    /// <summary>The posts on one page of a list; the part is the page.</summary>
    Slice,

    /// <summary>A term's name and address; the id is that of its list.</summary>
    Term,

    /// <summary>All terms of a taxonomy with their counts.</summary>
    Terms,

    /// <summary>Which years or pages there are, or who is introduced.</summary>
    SiteList,

    /// <summary>Which page's text stands above the list at an address.</summary>
    ListPageContent,

    /// <summary>A file of data, or the names in a folder of data.</summary>
    Value,

    /// <summary>A template.</summary>
    Template,

    /// <summary>The address of a theme's file.</summary>
    Asset,

    /// <summary>The address that a link's target has.</summary>
    Link,

    /// <summary>The bytes of a copied file.</summary>
    File,

    /// <summary>How large an image is.</summary>
    Image,

    /// <summary>How many bytes a copied file has.</summary>
    Length,

    /// <summary>The words of the theme in a language.</summary>
    Words,

    /// <summary>In which languages a post is written, and where.</summary>
    Translations,

    /// <summary>Which addresses the whole site has.</summary>
    Plan,
}

/// <summary>One thing that a rendering can read, under a name that stays from build to build.</summary>
internal readonly record struct DependencyKey(DependencyKind Kind, ulong Id, int Part);
