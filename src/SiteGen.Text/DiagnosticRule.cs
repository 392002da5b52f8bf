namespace SiteGen.Text;

/// <summary>The severity of a problem.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Note,

    /// <summary>The output is complete, but perhaps not as intended; can be silenced or raised to an error.</summary>
    Warning,

    /// <summary>Something could not be built; cannot be silenced.</summary>
    Error,
}

/// <summary>A kind of problem: <c>SG2103 unknown-key</c>.</summary>
/// <param name="Code"><c>SG</c> and four digits; the first is the stage. Never reused.</param>
/// <param name="Name">The name in kebab case, for people and for configuration.</param>
/// <param name="Severity">The severity unless the configuration overrides it.</param>
/// <param name="Summary">What it means, in one sentence.</param>
/// <param name="Cure">What to do about it, in a sentence or three.</param>
public sealed record DiagnosticRule(string Code, string Name, DiagnosticSeverity Severity, string Summary, string Cure)
{
    /// <summary>Whether its problems can be silenced: those of errors cannot.</summary>
    public bool CanBeSilenced => Severity != DiagnosticSeverity.Error;

    /// <summary>Whether a text is its name or its code.</summary>
    public bool IsNamed(string text) => Name == text || Code == text;

    /// <summary>A rule whose problems are errors.</summary>
    public static DiagnosticRule Error(string code, string name, string summary, string cure) =>
        new(code, name, DiagnosticSeverity.Error, summary, cure);

    /// <summary>A rule whose problems are warnings.</summary>
    public static DiagnosticRule Warning(string code, string name, string summary, string cure) =>
        new(code, name, DiagnosticSeverity.Warning, summary, cure);

    /// <summary>A rule whose problems are notes.</summary>
    public static DiagnosticRule Note(string code, string name, string summary, string cure) =>
        new(code, name, DiagnosticSeverity.Note, summary, cure);
}
