using System.Collections.Immutable;
using SiteGen.Pipeline.Images;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Threading;
using SiteGen.Pipeline.Writing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Pictures;

/// <summary>Makes and writes the versions of pictures that pages offer, in parallel.</summary>
/// <remarks>Each picture is decoded once for all of them.</remarks>
internal sealed class VariantRenderer
{
    // How many pictures of so many megapixels are decoded at a time, so that memory stays below half a gigabyte.
    private static readonly (int From, int Below, int Threads)[] s_classes = [(0, 16, 16), (16, 64, 2), (64, int.MaxValue, 1)];

    private readonly RenderInput _input;
    private readonly OutputWriter _writer;
    private readonly TraceKeeper? _traces;
    private readonly Utf8Buffer _picture = new();
    private readonly Utf8Buffer _disk = new();

    private VariantRenderer(RenderInput input, OutputWriter writer, bool keepsTraces) =>
        (_input, _writer, _traces) = (input, writer, TraceKeeper.Create(input, keepsTraces));

    /// <summary>The versions that pages offer, in the order of their paths; without those that an author has put there.</summary>
    /// <param name="input">What is rendered from.</param>
    /// <param name="pages">The pages.</param>
    public static ImmutableArray<VariantRoute> Plan(RenderInput input, ImmutableArray<RenderedRoute> pages)
    {
        var wanted = new HashSet<DependencyKey>(pages.SelectMany(page => page.Variants));
        if (wanted.Count == 0)
        {
            return [];
        }

        var settings = input.Images.Settings.Fingerprint;
        return
        [
            .. wanted.Select(key => input.Routes.CopyOf(key.Id) is { File: { Raster: { } image } } copy
                    ? VariantRoutes.Create(copy, image, ImageVariant.FromNumber(key.Part), settings)
                    : null)
                .OfType<VariantRoute>()
                .Where(route => input.Routes.Find(route.OutputPath) is null)
                .DistinctBy(route => route.OutputPath)
                .OrderBy(route => route.OutputPath, StringComparer.Ordinal),
        ];
    }

    /// <summary>Makes and writes what is not there yet.</summary>
    /// <param name="input">What is rendered from.</param>
    /// <param name="routes">The versions, in the order of their paths.</param>
    /// <param name="first">The index of the first of them for the writer.</param>
    /// <param name="checker">Finds what is still current.</param>
    /// <param name="writer">Where outputs go.</param>
    /// <param name="keepsTraces">Whether the next build is to have traces.</param>
    /// <param name="progress">Counts the pictures.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ImmutableArray<RenderedRoute> RenderAll(
        RenderInput input,
        ImmutableArray<VariantRoute> routes,
        int first,
        TraceChecker checker,
        OutputWriter writer,
        bool keepsTraces,
        BuildProgress progress,
        CancellationToken cancellation)
    {
        var results = new RenderedRoute[routes.Length];
        var pictures = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < routes.Length; i++)
        {
            if (checker.Find(routes[i], out var bytes, out var reported, out _) is { } kept)
            {
                results[i] = RenderedRoute.Kept(reported, bytes, kept.Stamp);
                continue;
            }

            pictures.TryAdd(routes[i].Origin, []);
            pictures[routes[i].Origin].Add(i);
        }

        foreach (var (from, below, threads) in s_classes)
        {
            ParallelStage.Run(
                [.. pictures.Values.Where(indexes => MegapixelsOf(routes[indexes[0]]) is var size && from <= size && size < below)],
                () => new VariantRenderer(input, writer, keepsTraces),
                (renderer, indexes) => renderer.Render(routes, indexes, first, results),
                progress,
                cancellation,
                threads);
        }

        return ImmutableArray.Create(results);
    }

    /// <summary>The note reported when pictures are made by a libvips other than the one shipped.</summary>
    /// <param name="images">What is made of pictures.</param>
    /// <param name="routes">All outputs.</param>
    public static IEnumerable<Diagnostic> NotesOn(ImageStore images, ImmutableArray<Route> routes) =>
        images.Settings.IsOtherLibrary && routes.Any(route => route is VariantRoute) && images.Settings.Library.Version is { } version
            ? [Diagnostic.InFile(RenderingMessages.OtherImageLibrary(version), "")]
            : [];

    /// <summary>Removes unused files from the image cache, if this build has added to it.</summary>
    /// <param name="images">What is made of pictures.</param>
    /// <param name="routes">All outputs.</param>
    public static void Sweep(ImageStore images, ImmutableArray<Route> routes)
    {
        if (images.Cache.HasChanged)
        {
            var probes = routes.OfType<CopyRoute>().Select(copy => images.ProbeKeyOf(copy.File)).OfType<Fingerprint>();
            images.Cache.Sweep(routes.OfType<VariantRoute>().Select(route => route.Key).Concat(probes));
        }
    }

    /// <summary>What the versions save; null when there are none.</summary>
    /// <param name="routes">All outputs.</param>
    /// <param name="written">What became of them.</param>
    public static PictureSavings? SavingsOf(ImmutableArray<Route> routes, ImmutableArray<WriteResult> written)
    {
        var smallest = new Dictionary<string, (int Width, long Bytes)>(StringComparer.Ordinal);
        var originals = 0L;
        for (var i = 0; i < routes.Length; i++)
        {
            if (routes[i] is VariantRoute { Variant: { IsCropped: false } variant } route)
            {
                // The stamp of a file is its time and its size.
                var bytes = (long)written[i].Stamp.Low;
                var isFirst = !smallest.TryGetValue(route.Origin, out var known);
                originals += isFirst ? route.File.Length : 0;
                if (isFirst || variant.Width > known.Width || (variant.Width == known.Width && bytes < known.Bytes))
                {
                    smallest[route.Origin] = (variant.Width, bytes);
                }
            }
        }

        return smallest.Count == 0 ? null : new PictureSavings(smallest.Count, originals, smallest.Values.Sum(file => file.Bytes));
    }

    private static long MegapixelsOf(VariantRoute route) => route.File is { Raster: { } image } ? image.Pixels / 1_000_000 : 0;

    private bool Render(ImmutableArray<VariantRoute> routes, List<int> indexes, int first, RenderedRoute[] results)
    {
        var missing = new List<int>();
        foreach (var index in indexes)
        {
            if (_input.Images.Cache.Read(routes[index].Key) is { } kept)
            {
                results[index] = Write(routes[index], first + index, kept);
            }
            else
            {
                missing.Add(index);
            }
        }

        if (missing.Count > 0)
        {
            var file = routes[missing[0]].File;
            var made = _input.Images.Make(file, [.. missing.Select(index => routes[index])], _picture, out var problem);
            for (var i = 0; i < missing.Count; i++)
            {
                results[missing[i]] = made is null ? Failed(problem) : Write(routes[missing[i]], first + missing[i], made[i]);
            }
        }

        return true;
    }

    private static RenderedRoute Failed(Diagnostic? problem) =>
        new(problem is null ? [] : [problem], new WriteResult(WriteOutcome.Held, default, null), IsRendered: true);

    private RenderedRoute Write(VariantRoute route, int index, byte[] bytes)
    {
        var written = _writer.Write(index, bytes, isGood: true, _disk);
        if (_traces is not null && written.IsComplete)
        {
            _traces.Keep(route, new RenderResult(true, true, [], []), written);
        }

        return new RenderedRoute([], written, IsRendered: true) { Traces = _traces?.Section };
    }
}
