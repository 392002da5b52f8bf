using System.Collections.Immutable;
using SiteGen.Pipeline.Data;
using SiteGen.Pipeline.Rendering.Pictures;
using SiteGen.Pipeline.Routing;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.Rendering.Views;

/// <summary>What <c>image</c> gives to templates: a picture of the site with the files that browsers choose from.</summary>
/// <param name="copy">The file of the picture.</param>
/// <param name="picture">What is offered of it.</param>
internal sealed class ImageView(CopyRoute copy, Picture picture) : IClosedMembers
{
    private static readonly ImmutableArray<string> s_names =
        ["url", "width", "height", "type", "srcset", "sizes", "sources", "color", "color_class"];

    public string Description => "a picture";

    public ImmutableArray<string> Names => s_names;

    /// <summary>The file of the picture.</summary>
    public CopyRoute Copy => copy;

    public bool TryGet(string name, out Value value)
    {
        (var known, value) = name switch
        {
            "url" => (true, Value.From(picture.Url)),
            "width" => (true, Value.From(picture.Size.Width)),
            "height" => (true, Value.From(picture.Size.Height)),
            "type" => (true, Value.From(picture.Sources[^1].MediaType)),
            "srcset" => (true, picture.Sources[^1] is { IsChoice: true } own ? Value.From(own.SourceSet) : Value.Nil),
            "sizes" => (true, Value.From(picture.Sizes)),
            "sources" => (true, Value.From(new ItemList([.. picture.Sources[..^1].Select(SourceOf)]))),
            "color" => (true, Value.From(picture.Color?.ToString())),
            "color_class" => (true, Value.From(picture.Color?.ClassNames)),
            _ => (false, Value.Nil),
        };
        return known;
    }

    private Value SourceOf(PictureSource source) => Value.From(new MemberMap(
    [
        new("type", Value.From(source.MediaType)),
        new("srcset", Value.From(source.SourceSet)),
        new("sizes", source.IsChoice ? Value.From(picture.Sizes) : Value.Nil),
    ]));
}
