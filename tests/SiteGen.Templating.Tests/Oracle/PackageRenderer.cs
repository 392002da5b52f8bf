using System.Globalization;
using System.Text.Json;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace SiteGen.Templating.Tests.Oracle;

/// <summary>Renders a case with the package's evaluator.</summary>
internal static class PackageRenderer
{
    /// <summary>The output and no error, or no output and the message of the first error.</summary>
    public static (string? Output, string? Error) Render(TemplateContext context, JsonElement json, bool isStrict)
    {
        var template = Template.Parse(json.GetProperty("template").GetString()!, "(main)");
        if (template.HasErrors)
        {
            return (null, template.Messages.First(message => message.Type == ParserMessageType.Error).ToString());
        }

        Prepare(context, json, isStrict);
        try
        {
            return (template.Render(context), null);
        }
        catch (ScriptRuntimeException exception)
        {
            return (null, exception.Message);
        }
#pragma warning disable CA1031 // The evaluator lets exceptions of the framework through; for a page all of them are errors.
        catch (Exception exception)
        {
            return (null, $"{exception.GetType().Name}: {exception.Message}");
        }
#pragma warning restore CA1031
    }

    private static void Prepare(TemplateContext context, JsonElement json, bool isStrict)
    {
        context.StrictVariables = isStrict;
        context.TemplateLoader = new Loader(json.TryGetProperty("includes", out var includes) ? includes : default);
        if (json.TryGetProperty("options", out var options))
        {
            foreach (var option in options.EnumerateObject())
            {
                Set(context, option.Name, option.Value);
            }
        }

        context.PushCulture(CultureInfo.InvariantCulture);
        context.PushGlobal(json.TryGetProperty("model", out var model) ? PackageModel.Read(model) : []);
    }

    private static void Set(TemplateContext context, string name, JsonElement value)
    {
        var number = value.ValueKind == JsonValueKind.Number ? value.GetInt32() : 0;
        switch (name)
        {
            case "loop_limit":
                context.LoopLimit = number;
                break;
            case "recursive_limit":
                context.RecursiveLimit = number;
                break;
            case "limit_to_string":
                context.LimitToString = number;
                break;
            case "regex_timeout_ms":
                context.RegexTimeOut = TimeSpan.FromMilliseconds(number);
                break;
            case "auto_indent":
                context.AutoIndent = value.GetBoolean();
                break;
            case "indent_on_empty_lines":
                context.IndentOnEmptyLines = value.GetBoolean();
                break;
            default:
                throw new ArgumentException($"the option '{name}' is unknown", nameof(name));
        }
    }

    private sealed class Loader(JsonElement includes) : ITemplateLoader
    {
        public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => templateName;

        public string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
            includes.ValueKind == JsonValueKind.Object && includes.TryGetProperty(templatePath, out var text) ? text.GetString() : null;

        public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
            ValueTask.FromResult(Load(context, callerSpan, templatePath));
    }
}
