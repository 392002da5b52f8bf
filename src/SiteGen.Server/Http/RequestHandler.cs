using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SiteGen.Server.Notifying;
using SiteGen.Server.Watching;
using SiteGen.Text;

namespace SiteGen.Server.Http;

/// <summary>Answers requests from the table of outputs.</summary>
internal sealed class RequestHandler(PreviewSite site, ChangeQueue hints, AllowedHosts hosts, ConnectedClients browsers, DiagnosticsPublisher board, bool isReloading)
{
    // A save is worth waiting for; a program that never stops writing is not.
    private static readonly TimeSpan s_mostWait = TimeSpan.FromSeconds(1);

    private int _running;

    /// <summary>Whether somebody waits for an answer.</summary>
    public bool IsBusy => Volatile.Read(ref _running) > 0;

    /// <summary>Answers one request.</summary>
    public async Task Answer(HttpContext context, CancellationToken stopping)
    {
        if (!hosts.Allows(context.Request.Host.Value ?? ""))
        {
            await OutputResponse.SendText(context, StatusCodes.Status403Forbidden, $"This preview is not for '{context.Request.Host.Value}'. If that is a name of this computer, start it with: sitegen serve --host NAME\n");
            return;
        }

        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            await OutputResponse.SendText(context, StatusCodes.Status405MethodNotAllowed, "A preview can only be read.\n");
            return;
        }

        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        if (RequestPath.Parse(target) is not { } path)
        {
            await OutputResponse.SendText(context, StatusCodes.Status400BadRequest, "This address cannot be understood.\n");
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
            await OutputResponse.Send(context, StatusCodes.Status200OK, MediaTypes.ForPath(path), ReloadScript.Bytes, Fingerprint.Compute(ReloadScript.Bytes));
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
                // Its source has an error now: what it was stays, as a build leaves it.
                await SendPage(context, StatusCodes.Status200OK, missing, last);
                break;
            default:
                await SendNotFound(context, state);
                break;
        }
    }

    // What was saved before the request is in the answer.
    private async Task<PlanSnapshot?> CurrentState(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await hints.Settled.WaitAsync(s_mostWait, stopping);
            }
            catch (TimeoutException)
            {
                // The last plan will have to do; before the first there is none.
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
            if (!await OutputResponse.Send(context, file, type))
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
        : OutputResponse.SendText(context, StatusCodes.Status404NotFound, "There is no such page.\n");

    private Task SendPage(HttpContext context, int status, string path, Page? page)
    {
        var type = MediaTypes.ForPath(path);
        if (page is null)
        {
            // No page could be made yet: an empty one waits for it, with the problems on it.
            page = new Page("<!DOCTYPE html>\n<title>This page has an error</title>\n<p>This page has an error.</p>\n"u8.ToArray(), default, false);
            (status, type) = (StatusCodes.Status500InternalServerError, MediaTypes.Html);
        }

        if (!isReloading || type != MediaTypes.Html)
        {
            return OutputResponse.Send(context, status, type, page.Bytes, page.Fingerprint);
        }

        return OutputResponse.Send(context, status, type, ReloadScript.AddedTo(page.Bytes, page.Fingerprint), page.Fingerprint.And(ReloadScript.Address));
    }

    // A line to one page in a browser, open until it goes or the preview ends.
    private async Task Listen(HttpContext context, CancellationToken stopping)
    {
        if (await CurrentState(stopping) is not { } state || HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        var query = context.Request.Query;
        var destination = RequestPath.Parse(query["path"].ToString()) is { } path ? RequestPath.Find(state.Plan, path) : new Destination.Nothing("");
        var browser = new Browser(destination is Destination.Output { Path: var there } ? there : destination is Destination.Nothing { Path: var missing } ? missing : "", query["print"].ToString());
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        browsers.Add(browser);
        try
        {
            // Behind the plan that the page is of: what has changed since is told at once.
            if (site.State is { } now && site.PageFor(now, browser.Path)?.Fingerprint.ToString() is var current && (current ?? default(Fingerprint).ToString()) != browser.Fingerprint)
            {
                browser.Send(EventMessage.Reload);
            }

            browser.Send(board.Message);
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
}
