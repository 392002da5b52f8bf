using System.Text.Json;
using SiteGen.Text;

namespace SiteGen.Pipeline.Rendering.Seo;

/// <summary>Writes what a browser needs to install the site as an app (W3C, Web Application Manifest).</summary>
internal static class WebManifestWriter
{
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
            WriteIcon(scope, json);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteIcon(PageScope scope, Utf8JsonWriter json)
    {
        scope.Dependencies.Asset("favicon.svg");
        if (scope.Routes.AssetOf("favicon.svg") is { } icon)
        {
            json.WriteStartArray("icons");
            json.WriteStartObject();
            json.WriteString("src", scope.Urls.Link(icon));
            json.WriteString("type", "image/svg+xml");
            json.WriteString("sizes", "any");
            json.WriteEndObject();
            json.WriteEndArray();
        }
    }
}
