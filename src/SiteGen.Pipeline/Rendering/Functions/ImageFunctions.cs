using SiteGen.Pipeline.Rendering.Pictures;
using SiteGen.Pipeline.Rendering.Views;
using SiteGen.Pipeline.Routing;
using SiteGen.Pipeline.Rules;
using SiteGen.Templating.Calls;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Pipeline.Rendering.Functions;

/// <summary>Template functions that make versions of pictures.</summary>
internal static class ImageFunctions
{
    /// <summary>Adds the functions to a table.</summary>
    public static FunctionTable AddTo(FunctionTable table) => table
        .With("image", HostFunction.Create(Image, Parameter.Any("picture")))
        .With("image.resize", HostFunction.Create(Resize, Parameter.Any("picture"), Parameter.Integer("width")))
        .With("image.crop", HostFunction.Create(
            Crop, Parameter.Any("picture"), Parameter.Integer("width"), Parameter.Integer("height")));

    private static Value Image(RenderContext context, ReadOnlySpan<Value> arguments) =>
        ViewOf(CopyOf(context, arguments[0]), SiteFunctions.ScopeOf(context).Pictures.Find);

    private static Value Resize(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var width = SideOf(context, arguments, 1);
        return ViewOf(CopyOf(context, arguments[0]), copy => SiteFunctions.ScopeOf(context).Pictures.Resized(copy, width));
    }

    private static Value Crop(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var (width, height) = (SideOf(context, arguments, 1), SideOf(context, arguments, 2));
        return ViewOf(CopyOf(context, arguments[0]), copy => SiteFunctions.ScopeOf(context).Pictures.Cropped(copy, width, height));
    }

    private static Value ViewOf(CopyRoute? copy, Func<CopyRoute, Picture?> offer) =>
        copy is not null && offer(copy) is { } picture ? Value.From(new ImageView(copy, picture)) : Value.Nil;

    private static int SideOf(RenderContext context, ReadOnlySpan<Value> arguments, int index)
    {
        if (!arguments[index].TryGetInteger(out var pixels) || pixels is < 1 or > PictureResolver.MostPixels)
        {
            context.FailArgument(index, "this is not a number of pixels", $"write one from 1 to {PictureResolver.MostPixels}");
        }

        return (int)pixels;
    }

    private static CopyRoute? CopyOf(RenderContext context, Value picture)
    {
        if (picture.TryGetMembers(out var members) && members is ImageView view)
        {
            return view.Copy;
        }

        var scope = SiteFunctions.ScopeOf(context);
        var written = picture.IsNil ? "" : picture.AsText();
        var found = scope.Media.FileAt(written, out var isOfSite);
        // The links of posts begin with '/'; one that leads to nothing is reported with the post.
        if (found is null && isOfSite && !written.StartsWith('/'))
        {
            context.Warn(RenderingMessages.NoSuchPicture(written));
        }

        return found;
    }
}
