using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SiteGen.Server.Notifying;
using SiteGen.Server.Watching;
using SiteGen.Text;

namespace SiteGen.Server.Http;

/// <summary>Answers requests from the planned outputs.</summary>
internal sealed class RequestHandler(
    PreviewSite site,
    ChangeQueue changes,
    AllowedHosts hosts,
    ConnectedClients browsers,
    DiagnosticsPublisher diagnostics,
    bool isReloading)
{
    // Long enough for a save to be picked up; a program that keeps writing must not block requests.
    private static readonly TimeSpan s_maxWait = TimeSpan.FromSeconds(1);

    private int _running;

    /// <summary>Whether a request is in progress.</summary>
    public bool IsBusy => Volatile.Read(ref _running) > 0;

    /// <summary>Answers one request.</summary>
    public async Task Answer(HttpContext context, CancellationToken stopping)
    {
        // A file is what its name says: a browser that guesses could run an upload as a page (Fetch Standard, "nosniff").
        context.Response.Headers.XContentTypeOptions = "nosniff";
        var host = context.Request.Host.Value;
        if (!hosts.Allows(host ?? ""))
        {
            await OutputResponse.SendText(context, StatusCodes.Status403Forbidden, ResponseTexts.Forbidden(host));
            return;
        }

        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            await OutputResponse.SendText(context, StatusCodes.Status405MethodNotAllowed, ResponseTexts.MethodNotAllowed);
            return;
        }

        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        if (RequestPath.Parse(target) is not { } path)
        {
            await OutputResponse.SendText(context, StatusCodes.Status400BadRequest, ResponseTexts.BadRequest);
            return;
        }

        if (isReloading && path == ReloadScript.Events)
        {
            await Listen(context, stopping);
            return;
        }

        Interlocked.Increment(ref _running);
        try
        {
            await Answer(context, target, path, stopping);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private async Task Answer(HttpContext context, string target, string path, CancellationToken stopping)
    {
        if (isReloading && path == ReloadScript.Address)
        {
            var (type, script) = (MediaTypes.ForPath(path), ReloadScript.Bytes);
            await OutputResponse.Send(context, StatusCodes.Status200OK, type, script, Fingerprint.Compute(script));
            return;
        }

        if (await CurrentState(stopping) is not { } state)
        {
            return;
        }

        switch (RequestPath.Find(state.Plan, path))
        {
            case Destination.Output { Path: var output }:
                await SendOutput(context, state, output);
                break;
            case Destination.Elsewhere { Url: var url }:
                OutputResponse.Redirect(context, url + RequestPath.QueryOf(target));
                break;
            case Destination.Nothing { Path: var missing } when site.PageAt(state, missing) is { } last:
                // Its source has an error now, so the last good page stays, as it does in a build.
                await SendPage(context, StatusCodes.Status200OK, missing, last);
                break;
            default:
                await SendNotFound(context, state);
                break;
        }
    }

    // Waits for changes that were saved before the request, so that the response has them.
    private async Task<PlanSnapshot?> CurrentState(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await changes.Settled.WaitAsync(s_maxWait, stopping);
            }
            catch (TimeoutException)
            {
                // Use the last plan; if there is none yet, keep waiting.
            }
            catch (OperationCanceledException)
            {
                return null;
            }

            if (site.State is { } state)
            {
                return state;
            }
        }

        return null;
    }

    private async Task SendOutput(HttpContext context, PlanSnapshot state, string path)
    {
        var type = MediaTypes.ForPath(path);
        if (type != MediaTypes.Html && state.Plan.Find(path)?.File is { } file)
        {
            if (!await OutputResponse.Send(context, state.Plan, file, type))
            {
                await SendNotFound(context, state);
            }

            return;
        }

        await SendPage(context, StatusCodes.Status200OK, path, site.PageAt(state, path));
    }

    private Task SendNotFound(HttpContext context, PlanSnapshot state) =>
        site.PageAt(state, PreviewSite.NotFound) is { } page
        ? SendPage(context, StatusCodes.Status404NotFound, PreviewSite.NotFound, page)
        : OutputResponse.SendText(context, StatusCodes.Status404NotFound, ResponseTexts.NotFound);

    private Task SendPage(HttpContext context, int status, string path, Page? page)
    {
        var type = MediaTypes.ForPath(path);
        if (page is null)
        {
            // The page has never rendered: this one shows the errors and reloads when they are fixed.
            page = new Page(ResponseTexts.PageWithError.ToArray(), default, false);
            (status, type) = (StatusCodes.Status500InternalServerError, MediaTypes.Html);
        }

        if (!isReloading || type != MediaTypes.Html)
        {
            return OutputResponse.Send(context, status, type, page.Bytes, page.Fingerprint);
        }

        var bytes = ReloadScript.AddedTo(page.Bytes, page.Fingerprint);
        return OutputResponse.Send(context, status, type, bytes, page.Fingerprint.And(ReloadScript.Address));
    }

    // Streams events to one page in a browser until it is closed or the preview ends.
    private async Task Listen(HttpContext context, CancellationToken stopping)
    {
        if (await CurrentState(stopping) is not { } state || HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        var query = context.Request.Query;
        var browser = new Browser(OutputPathOf(state, query["path"].ToString()), query["print"].ToString());
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        browsers.Add(browser);
        try
        {
            // The page may have changed between its request and this one.
            if (site.State is { } now && (site.PageFor(now, browser.Path)?.Fingerprint ?? default).ToString() != browser.Fingerprint)
            {
                browser.Send(EventMessage.Reload);
            }

            browser.Send(diagnostics.Message);
            await context.Response.Body.WriteAsync(EventMessage.Ping.Bytes, ended.Token);
            await foreach (var message in browser.Messages.ReadAllAsync(ended.Token))
            {
                await context.Response.Body.WriteAsync(message.Bytes, ended.Token);
                await context.Response.Body.FlushAsync(ended.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the preview ends.
        }
        finally
        {
            browsers.Remove(browser);
        }
    }

    private static string OutputPathOf(PlanSnapshot state, string target) =>
        RequestPath.Parse(target) is not { } path ? "" : RequestPath.Find(state.Plan, path) switch
        {
            Destination.Output { Path: var output } => output,
            Destination.Nothing { Path: var missing } => missing,
            _ => "",
        };
}
