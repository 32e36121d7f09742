using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Xunit;

namespace GarminSync.Testing;

/// <summary>A real HTTP server on a free port of 127.0.0.1 that answers as a test says, and remembers what it was asked.</summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    private readonly WebApplication _app;
    private RequestDelegate _answer;

    private ScriptedServer(WebApplication app, RequestDelegate answer)
    {
        _app = app;
        _answer = answer;
        app.Run(async context =>
        {
            _requests.Enqueue(await ReceiveAsync(context.Request, context.RequestAborted));
            await _answer(context);
        });
    }

    /// <summary>Base address, with a slash at the end.</summary>
    public Uri Url => new(_app.Urls.First() + "/");

    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    public static async Task<ScriptedServer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new ScriptedServer(builder.Build(), answer);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>Answers each request in turn with the next of the answers, the last one for ever.</summary>
    public static Task<ScriptedServer> StartAsync(params RequestDelegate[] answers)
    {
        var next = -1;
        return StartAsync(context => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)](context));
    }

    public void AnswerWith(RequestDelegate answer) => _answer = answer;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<ReceivedRequest> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        var headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new ReceivedRequest(request.Method, request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, headers, body.ToArray());
    }
}
