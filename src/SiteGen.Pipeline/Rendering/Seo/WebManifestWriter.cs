using System.Globalization;
using System.Text.Json;
using SiteGen.Pipeline.Incremental;
using SiteGen.Pipeline.Routing;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Seo;

/// <summary>Writes what a browser needs to install the site as an app (W3C, Web Application Manifest).</summary>
internal static class WebManifestWriter
{
    // Smaller ones are for tabs, and for telephones that do not read this.
    private const int SmallestIcon = 192;

    /// <summary>Writes the manifest.</summary>
    public static void Write(PageScope scope, Utf8Buffer output)
    {
        var options = scope.Options;
        var format = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var json = new Utf8JsonWriter(output, format))
        {
            json.WriteStartObject();
            json.WriteString("name", options.Title.Text);
            if (options.Description.Text.Length > 0)
            {
                json.WriteString("description", options.Description.Text);
            }

            json.WriteString("lang", options.Language);
            json.WriteString("start_url", scope.Urls.Link("/"));
            json.WriteString("scope", scope.Urls.Link("/"));
            json.WriteString("display", "minimal-ui");
            json.WriteString("background_color", options.Theme["paper"] ?? "#fdfcf9");
            json.WriteString("theme_color", options.Theme["paper"] ?? "#fdfcf9");
            WriteIcons(scope, json);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteIcons(PageScope scope, Utf8JsonWriter json)
    {
        scope.Dependencies.Asset(DrawingRoutes.IconName);
        if (scope.Routes.AssetOf(DrawingRoutes.IconName) is not { } icon)
        {
            return;
        }

        json.WriteStartArray("icons");
        WriteIcon(json, scope.Urls.Link(icon), "image/svg+xml", "any");
        if (scope.Options.Images.HasIcons)
        {
            scope.Dependencies.Note(new DependencyKey(DependencyKind.Icons, 0, 0));
            foreach (var drawn in scope.Routes.Icons.Where(drawn => drawn.Size >= SmallestIcon))
            {
                var sizes = string.Create(CultureInfo.InvariantCulture, $"{drawn.Size}x{drawn.Size}");
                WriteIcon(json, scope.Urls.Link(drawn.Url), "image/png", sizes);
            }
        }

        json.WriteEndArray();
    }

    private static void WriteIcon(Utf8JsonWriter json, string url, string type, string sizes)
    {
        json.WriteStartObject();
        json.WriteString("src", url);
        json.WriteString("type", type);
        json.WriteString("sizes", sizes);
        json.WriteEndObject();
    }
}
