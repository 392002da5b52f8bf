using SiteGen.Pipeline.Rules;
using SiteGen.Pipeline.Yaml;

namespace SiteGen.Pipeline.Configuration.Readers;

/// <summary>Reads <c>code</c>: a map of switches, or the one word <c>off</c>.</summary>
internal static class CodeOptionsReader
{
    private static readonly ValueShape s_word = ValueShape.OneOf("off", "false", "on", "true");

    /// <summary>Reads the option.</summary>
    public static CodeOptions Read(OptionReader reader)
    {
        if (reader.Peek("code") is { IsNull: false, Value: not YamlMap })
        {
            var option = reader.Find("code", s_word);
            var word = (option?.Value as YamlScalar)?.Value;
            if (word is not ("off" or "false" or "no" or "on" or "true" or "yes"))
            {
                option?.Report(OptionMessages.NotOneOf("code", ["on", "off"]));
            }

            return new CodeOptions(word is not ("off" or "false" or "no"), false, false);
        }

        return reader.Group(
            "code", "an option of code", static code => new CodeOptions(true, code.Flag("wrap", false), code.Flag("copy", false)), s_word);
    }
}
