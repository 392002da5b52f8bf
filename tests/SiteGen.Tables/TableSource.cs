using System.Collections.Immutable;

namespace SiteGen.Tables;

/// <summary>Facts that somebody else maintains, and the tables made from them.</summary>
public abstract class TableSource
{
    /// <summary>Every source, in the order in which they are run.</summary>
    public static ImmutableArray<TableSource> All { get; } = [new ZoneSource(), new UnicodeSource(), new LanguageSource()];

    /// <summary>Its name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>The option that gives another folder.</summary>
    public abstract string Option { get; }

    /// <summary>Where Debian has the data.</summary>
    public abstract string DefaultFolder { get; }

    /// <summary>The package of Debian that has the data.</summary>
    public abstract string Package { get; }

    /// <summary>A file of the folder that says which version of the data it holds.</summary>
    public abstract string VersionFile { get; }

    /// <summary>The files that are made from the data.</summary>
    public abstract ImmutableArray<string> Paths { get; }

    /// <summary>Whether a folder holds the data.</summary>
    public bool IsIn(string folder) => File.Exists(Path.Combine(folder, VersionFile));

    /// <summary>What the data is called, with its version, as the headers of generated files say it.</summary>
    /// <exception cref="InvalidDataException">The version cannot be found.</exception>
    public abstract string Describe(string folder);

    /// <summary>Makes the tables.</summary>
    /// <exception cref="InvalidDataException">The data is not of the form that is expected.</exception>
    public abstract ImmutableArray<GeneratedFile> Generate(string folder);
}
