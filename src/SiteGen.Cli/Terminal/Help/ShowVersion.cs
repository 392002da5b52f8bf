using System.CommandLine;
using System.CommandLine.Invocation;

namespace SiteGen.Cli.Terminal.Help;

/// <summary>What <c>--version</c> does.</summary>
/// <param name="reporter">Where the version is shown.</param>
/// <param name="ofPackage">What the package does, which knows the version.</param>
internal sealed class ShowVersion(ConsoleReporter reporter, SynchronousCommandLineAction ofPackage) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool Terminating => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        using var version = new StringWriter();
        parseResult.InvocationConfiguration.Output = version;
        var exitCode = ofPackage.Invoke(parseResult);
        reporter.Show(version.ToString().ReplaceLineEndings("\n"));
        return exitCode;
    }
}
