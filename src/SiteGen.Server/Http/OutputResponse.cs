using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using SiteGen.Pipeline;
using SiteGen.Pipeline.Loading;
using SiteGen.Text;

namespace SiteGen.Server.Http;

/// <summary>Sends bytes or a file, with support for ranges (RFC 9110 §14) and entity tags (§8.8.3).</summary>
internal static class OutputResponse
{
    private const int ChunkSize = 64 << 10;

    /// <summary>Sends bytes.</summary>
    /// <param name="context">The request and its response.</param>
    /// <param name="status">The status, unless a range or 304 is sent.</param>
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

    /// <summary>Sends a file from disk, as it is published.</summary>
    /// <returns>False if the file cannot be opened; nothing is sent then.</returns>
    public static async Task<bool> Send(HttpContext context, SitePlan plan, SourceFile file, string type)
    {
        await using var stream = plan.Open(file);
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
        var chunk = new byte[(int)Math.Min(ChunkSize, part.Length)];
        for (var left = part.Length; left > 0;)
        {
            var read = await stream.ReadAsync(chunk.AsMemory(0, (int)Math.Min(chunk.Length, left)), context.RequestAborted);
            if (read == 0)
            {
                // The file was truncated meanwhile: abort, so that the client notices the missing bytes.
                context.Abort();
                return true;
            }

            await context.Response.Body.WriteAsync(chunk.AsMemory(0, read), context.RequestAborted);
            left -= read;
        }

        return true;
    }

    /// <summary>Sends plain text.</summary>
    public static Task SendText(HttpContext context, int status, string text)
    {
        var response = context.Response;
        var bytes = Encoding.UTF8.GetBytes(text);
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        response.ContentLength = bytes.Length;
        response.Headers.CacheControl = "no-store";
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    /// <summary>Redirects to another URL.</summary>
    public static void Redirect(HttpContext context, string url)
    {
        context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        context.Response.Headers.Location = url;
        // Browsers cache a 301 without limit, and the next site on this port may have a page there.
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentLength = 0;
    }

    // Writes the headers. Returns the range whose bytes must follow, or null for none.
    private static ByteRange? Begin(HttpContext context, int status, string type, long length, string tag)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.ETag = tag;
        // 'no-cache' lets the browser cache the response, but revalidate it each time.
        response.Headers.CacheControl = status == StatusCodes.Status200OK ? "no-cache" : "no-store";
        if (status == StatusCodes.Status200OK && Matches(request.Headers.IfNoneMatch.ToString(), tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return null;
        }

        response.ContentType = type;
        var range = status == StatusCodes.Status200OK ? RequestedRange(context, length, tag) : null;
        if (range is { IsSatisfiable: false })
        {
            response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{length}");
            response.ContentLength = 0;
            return null;
        }

        if (range is { Start: var start, Length: var count })
        {
            status = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {start}-{start + count - 1}/{length}");
        }

        var part = range ?? new ByteRange(0, length);
        response.StatusCode = status;
        response.ContentLength = part.Length;
        return HttpMethods.IsHead(request.Method) ? null : part;
    }

    private static ByteRange? RequestedRange(HttpContext context, long length, string tag)
    {
        var request = context.Request;
        context.Response.Headers.AcceptRanges = "bytes";
        var isSame = request.Headers.IfRange.Count == 0 || request.Headers.IfRange.ToString() == tag;
        return isSame && HttpMethods.IsGet(request.Method) && request.Headers.Range is [{ } header]
            ? ByteRange.Parse(header, length)
            : null;
    }

    private static bool Matches(string header, string tag)
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
