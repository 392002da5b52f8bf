using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Records;
using SiteGen.Text;

namespace SiteGen.Pipeline.Tests.Caching;

public sealed class TraceSectionTests
{
    private static readonly Dependency s_template = new(new(DependencyKind.Template, 1, 0), Fingerprint.Compute("template"));
    private static readonly Dependency s_body = new(new(DependencyKind.Body, 2, 0), Fingerprint.Compute("body"));
    private static readonly Dependency s_list = new(new(DependencyKind.Prefix, 3, 20), Fingerprint.Compute("list"));

    [Fact]
    public void Traces_are_read_as_they_were_added()
    {
        var section = new TraceSection(null, null);
        RenderTrace[] traces = [Trace(s_template, s_body, s_list), Trace(), Trace(s_list, s_template), Trace(s_body)];
        for (var i = 0; i < traces.Length; i++)
        {
            section.Add($"{i}.html", traces[i]);
        }

        AssertHas(section, traces);
    }

    [Fact]
    public void Traces_of_several_builds_may_have_seen_the_same_thing_differently()
    {
        var section = new TraceSection(null, null);
        var later = s_template with { Seen = Fingerprint.Compute("another template") };
        section.Add("0.html", Trace(s_template));
        section.Add("1.html", Trace(later, s_list));
        section.Add("2.html", Trace(s_template, s_list));

        AssertHas(section, Trace(s_template), Trace(later, s_list), Trace(s_template, s_list));
    }

    [Fact]
    public void The_next_section_numbers_anew()
    {
        var first = new TraceSection(null, null);
        first.Add("0.html", Trace(s_template, s_list));
        var second = first.Next();
        second.Add("0.html", Trace(s_list));

        AssertHas(first, Trace(s_template, s_list));
        AssertHas(second, Trace(s_list));
    }

    [Fact]
    public void The_file_of_an_output_is_looked_at_once()
    {
        var section = new TraceSection(null, null);
        for (var i = 0; i < 300; i++)
        {
            section.Add($"{i}.html", Trace(s_template));
        }

        var looks = 0;
        var cache = Read(section, path =>
        {
            Interlocked.Increment(ref looks);
            return Fingerprint.Compute(path == "7.html" ? "another stamp" : "stamp");
        });
        cache.BeginLooking(() => Volatile.Read(ref looks) > 100);
        Assert.False(cache.AreAllAsLeft(CancellationToken.None));
        Assert.Equal(["7.html"], cache.Outputs.Where(output => !cache.IsAsLeft(output)).Select(output => output.Path));
        // Threads that meet may look at a file twice.
        Assert.InRange(looks, 300, 300 + (2 * Environment.ProcessorCount));
    }

    private static RenderTrace Trace(params Dependency[] dependencies) =>
        new(Fingerprint.Compute("maker"), Fingerprint.Compute("bytes"), [.. dependencies], []) { Stamp = Fingerprint.Compute("stamp") };

    private static RenderCache Read(TraceSection section, Func<string, Fingerprint> stampOf)
    {
        byte[] bytes = [.. section.ToBytes().SelectMany(piece => piece.ToArray())];
        var reader = new RecordReader(bytes);
        var cache = new RenderCache(stampOf);
        cache.Add(ref reader);
        return cache;
    }

    private static void AssertHas(TraceSection section, params RenderTrace[] traces)
    {
        var cache = Read(section, static _ => default);
        Assert.Equal(traces.Length, cache.Count);
        for (var i = 0; i < traces.Length; i++)
        {
            var read = cache.Read(Assert.NotNull(cache.Find($"{i}.html")));
            Assert.Equal(traces[i].Dependencies.AsEnumerable(), read.Dependencies);
            Assert.Equal((traces[i].Maker, traces[i].Output, traces[i].Stamp), (read.Maker, read.Output, read.Stamp));
        }
    }
}
