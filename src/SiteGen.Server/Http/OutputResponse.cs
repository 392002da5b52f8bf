using System.Globalization;
using Microsoft.AspNetCore.Http;
using SiteGen.Pipeline.Loading;
using SiteGen.Text;

namespace SiteGen.Server.Http;

/// <summary>Sends bytes or a file: whole, a part, or only that they have not changed.</summary>
internal static class OutputResponse
{
    private const int Piece = 64 << 10;

    /// <summary>Sends bytes.</summary>
    /// <param name="context">The request and its response.</param>
    /// <param name="status">The status, when all is sent.</param>
    /// <param name="type">The media type.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="fingerprint">The fingerprint of the bytes, sent as the entity tag.</param>
    public static async Task Send(HttpContext context, int status, string type, ReadOnlyMemory<byte> bytes, Fingerprint fingerprint)
    {
        var range = Begin(context, status, type, bytes.Length, $"\"{fingerprint}\"");
        if (range is { } part)
        {
            await context.Response.Body.WriteAsync(bytes.Slice((int)part.Start, (int)part.Length), context.RequestAborted);
        }
    }

    /// <summary>Sends a file as it stands on the disk now.</summary>
    public static async Task<bool> Send(HttpContext context, SourceFile file, string type)
    {
        await using var stream = file.Open(out _);
        if (stream is null)
        {
            return false;
        }

        var fingerprint = file.Stamp.And(stream.Length);
        if (Begin(context, StatusCodes.Status200OK, type, stream.Length, $"\"{fingerprint}\"") is not { } part)
        {
            return true;
        }

        stream.Seek(part.Start, SeekOrigin.Begin);
        var piece = new byte[(int)Math.Min(Piece, part.Length)];
        for (var left = part.Length; left > 0;)
        {
            var read = await stream.ReadAsync(piece.AsMemory(0, (int)Math.Min(piece.Length, left)), context.RequestAborted);
            if (read == 0)
            {
                // It has become shorter: what was promised cannot be kept, and the client must see that.
                context.Abort();
                return true;
            }

            await context.Response.Body.WriteAsync(piece.AsMemory(0, read), context.RequestAborted);
            left -= read;
        }

        return true;
    }

    /// <summary>Sends a few words of ours.</summary>
    public static Task SendText(HttpContext context, int status, string text)
    {
        var response = context.Response;
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        response.ContentLength = bytes.Length;
        response.Headers.CacheControl = "no-store";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    /// <summary>Sends somewhere else.</summary>
    public static void Redirect(HttpContext context, string url)
    {
        context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        context.Response.Headers.Location = url;
        // A browser would keep this for ever, also for the next site on this port.
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentLength = 0;
    }

    // The headers; and the part whose bytes must follow, null for none.
    private static ByteRange? Begin(HttpContext context, int status, string type, long length, string tag)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.ETag = tag;
        // Kept, but asked for again each time.
        response.Headers.CacheControl = status == StatusCodes.Status200OK ? "no-cache" : "no-store";
        if (status == StatusCodes.Status200OK && Names(request.Headers.IfNoneMatch.ToString(), tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return null;
        }

        response.ContentType = type;
        var part = new ByteRange(0, length);
        if (status == StatusCodes.Status200OK)
        {
            response.Headers.AcceptRanges = "bytes";
            var isSame = request.Headers.IfRange.Count == 0 || request.Headers.IfRange.ToString() == tag;
            if (isSame && HttpMethods.IsGet(request.Method) && request.Headers.Range is [{ } asked] && ByteRange.Parse(asked, length) is { } range)
            {
                if (!range.IsSatisfiable)
                {
                    response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
                    response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{length}");
                    response.ContentLength = 0;
                    return null;
                }

                part = range;
                status = StatusCodes.Status206PartialContent;
                response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {part.Start}-{part.Start + part.Length - 1}/{length}");
            }
        }

        response.StatusCode = status;
        response.ContentLength = part.Length;
        return HttpMethods.IsHead(request.Method) ? null : part;
    }

    private static bool Names(string header, string tag)
    {
        foreach (var one in header.AsSpan().Split(','))
        {
            var name = header.AsSpan(one).Trim();
            name = name.StartsWith("W/") ? name[2..] : name;
            if (name is "*" || name.SequenceEqual(tag))
            {
                return true;
            }
        }

        return false;
    }
}
