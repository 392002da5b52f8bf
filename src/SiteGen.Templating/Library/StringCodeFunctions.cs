using System.Globalization;
using System.Text;
using SiteGen.Templating.Calls;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;
using ScribanStrings = Scriban.Functions.StringFunctions;

namespace SiteGen.Templating.Library;

/// <summary>The <c>string</c> functions that parse numbers, hash and encode.</summary>
internal static class StringCodeFunctions
{
    private const NumberStyles Loose = NumberStyles.Float | NumberStyles.AllowThousands;

    public static void AddTo(FunctionList list)
    {
        var text = Parameter.Text("text");
        var key = Parameter.Text("secretKey");
        list.Add(
            "string.to_int",
            static (_, a) => int.TryParse(a[0].String, CultureInfo.InvariantCulture, out var n) ? Value.From(n) : Value.Nil,
            text);
        list.Add(
            "string.to_long",
            static (_, a) => long.TryParse(a[0].String, CultureInfo.InvariantCulture, out var n) ? Value.From(n) : Value.Nil,
            text);
        list.Add(
            "string.to_float",
            static (_, a) => float.TryParse(a[0].String, Loose, CultureInfo.InvariantCulture, out var n) ? Value.From(n) : Value.Nil,
            text);
        list.Add(
            "string.to_double",
            static (_, a) => double.TryParse(a[0].String, Loose, CultureInfo.InvariantCulture, out var n) ? Value.From(n) : Value.Nil,
            text);
        list.Add("string.md5", static (_, a) => Value.From(ScribanStrings.Md5(a[0].String)), text);
        list.Add("string.sha1", static (_, a) => Value.From(ScribanStrings.Sha1(a[0].String)), text);
        list.Add("string.sha256", static (_, a) => Value.From(ScribanStrings.Sha256(a[0].String)), text);
        list.Add("string.sha512", static (_, a) => Value.From(ScribanStrings.Sha512(a[0].String)), text);
        list.Add("string.hmac_sha1", static (_, a) => Value.From(ScribanStrings.HmacSha1(a[0].String, a[1].String)), text, key);
        list.Add("string.hmac_sha256", static (_, a) => Value.From(ScribanStrings.HmacSha256(a[0].String, a[1].String)), text, key);
        list.Add("string.hmac_sha512", static (_, a) => Value.From(ScribanStrings.HmacSha512(a[0].String, a[1].String)), text, key);
        list.Add("string.base64_encode", static (_, a) => Value.From(ScribanStrings.Base64Encode(a[0].String)), text);
        list.Add("string.base64_decode", Decode, text);
    }

    private static Value Decode(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var text = arguments[0].String;
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? Value.From(Encoding.UTF8.GetString(bytes, 0, length))
            : context.Fail(FunctionMessages.NotBase64());
    }
}
