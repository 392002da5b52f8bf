using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SiteGen.Server.Http;

/// <summary>Passes requests to the handler; they wait until it is set.</summary>
internal sealed class PreviewDoor : IHttpApplication<HttpContext>
{
    /// <summary>Completes when there is a handler.</summary>
    public TaskCompletionSource IsOpen { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Answers the requests.</summary>
    public RequestHandler? Handler { get; set; }

    /// <summary>Ends the preview.</summary>
    public CancellationToken Stopping { get; set; }

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // There is nothing to dispose.
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        await IsOpen.Task;
        try
        {
            await (Handler?.Answer(context, Stopping) ?? Task.CompletedTask);
        }
        catch (OperationCanceledException)
        {
            // The client has disconnected.
        }
        catch (IOException) when (context.RequestAborted.IsCancellationRequested)
        {
            // As above.
        }
    }
}
