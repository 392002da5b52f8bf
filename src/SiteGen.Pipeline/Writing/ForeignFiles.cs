using System.Collections.Immutable;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Rules;
using SiteGen.Text;

namespace SiteGen.Pipeline.Writing;

/// <summary>The files of the output folder that stand in the way and are in no manifest.</summary>
internal static class ForeignFiles
{
    /// <summary>Whether the reason is a lost manifest: with a single file it may as well be one of somebody else.</summary>
    /// <param name="written">The result of every route.</param>
    /// <param name="hasManifest">Whether the folder has a list of what was written.</param>
    public static bool IsManifestLost(ImmutableArray<WriteResult> written, bool hasManifest) =>
        !hasManifest && written.Count(IsForeign) > 1;

    /// <summary>One problem for each file; one for all when the manifest is lost.</summary>
    /// <param name="routes">The outputs.</param>
    /// <param name="written">The result of every route, by its index.</param>
    /// <param name="hasManifest">Whether the folder has a list of what was written.</param>
    /// <param name="folderName">The name of the folder.</param>
    public static IEnumerable<Diagnostic> ProblemsWith(
        ImmutableArray<Route> routes, ImmutableArray<WriteResult> written, bool hasManifest, string folderName)
    {
        var foreign = routes.Where((_, index) => IsForeign(written[index])).ToArray();
        return IsManifestLost(written, hasManifest)
            ? [Diagnostic.InFile(WritingMessages.LostManifest(folderName, foreign.Length, foreign[0].OutputPath), "")]
            : foreign.Select(route => Diagnostic.InFile(WritingMessages.ForeignFile(route.OutputPath, route.Origin), ""));
    }

    private static bool IsForeign(WriteResult result) => result.Outcome == WriteOutcome.Foreign;
}
