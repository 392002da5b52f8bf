using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SiteGen.Templating.Calls;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Running;
using SiteGen.Templating.Values;

namespace SiteGen.Templating.Library;

/// <summary>The <c>string</c> functions that parse numbers, hash and encode.</summary>
internal static class StringCodeFunctions
{
    private const NumberStyles Loose = NumberStyles.Float | NumberStyles.AllowThousands;

    // The language defines these hashes; they are for URLs such as those of avatars, not for secrets.
    [SuppressMessage("Security", "CA5350", Justification = "The language names the hash")]
    [SuppressMessage("Security", "CA5351", Justification = "The language names the hash")]
    public static void AddTo(FunctionList list)
    {
        var text = Parameter.Text("text");
        var key = Parameter.Text("secret_key");
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
        list.Add("string.md5", static (_, a) => Hex(MD5.HashData(Bytes(a[0]))), text);
        list.Add("string.sha1", static (_, a) => Hex(SHA1.HashData(Bytes(a[0]))), text);
        list.Add("string.sha256", static (_, a) => Hex(SHA256.HashData(Bytes(a[0]))), text);
        list.Add("string.sha512", static (_, a) => Hex(SHA512.HashData(Bytes(a[0]))), text);
        list.Add("string.hmac_sha1", static (_, a) => Hex(HMACSHA1.HashData(Bytes(a[1]), Bytes(a[0]))), text, key);
        list.Add("string.hmac_sha256", static (_, a) => Hex(HMACSHA256.HashData(Bytes(a[1]), Bytes(a[0]))), text, key);
        list.Add("string.hmac_sha512", static (_, a) => Hex(HMACSHA512.HashData(Bytes(a[1]), Bytes(a[0]))), text, key);
        list.Add("string.base64_encode", static (_, a) => Value.From(Convert.ToBase64String(Bytes(a[0]))), text);
        list.Add("string.base64_decode", Decode, text);
    }

    private static byte[] Bytes(in Value text) => Encoding.UTF8.GetBytes(text.String);

    private static Value Hex(byte[] hash) => Value.From(Convert.ToHexStringLower(hash));

    private static Value Decode(RenderContext context, ReadOnlySpan<Value> arguments)
    {
        var text = arguments[0].String;
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? Value.From(Encoding.UTF8.GetString(bytes, 0, length))
            : context.Fail(FunctionMessages.NotBase64());
    }
}
