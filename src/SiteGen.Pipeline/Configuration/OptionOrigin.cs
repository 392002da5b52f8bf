using SiteGen.Text;

namespace SiteGen.Pipeline.Configuration;

/// <summary>Where options were written.</summary>
internal abstract record OptionOrigin
{
    /// <summary>On the command line.</summary>
    public static OptionOrigin CommandLine { get; } = new OnCommandLine();

    /// <summary>A problem with an option from here.</summary>
    public virtual Diagnostic Report(DiagnosticMessage message, LinePosition start, LinePosition end) => Diagnostic.InFile(message, "");

    /// <summary>On the command line, in the options of a command.</summary>
    public sealed record OnCommandLine : OptionOrigin;

    /// <summary>In a variable of the environment.</summary>
    public sealed record InVariable(string Name) : OptionOrigin
    {
        /// <inheritdoc/>
        public override Diagnostic Report(DiagnosticMessage message, LinePosition start, LinePosition end) =>
            Diagnostic.InFile(message with { Text = $"in the environment variable {Name}: {message.Text}" }, "");
    }

    /// <summary>In a configuration file.</summary>
    public sealed record InFile(SourceText Source) : OptionOrigin
    {
        /// <inheritdoc/>
        public override Diagnostic Report(DiagnosticMessage message, LinePosition start, LinePosition end) =>
            Source.Report(message, start, end);
    }
}
