using Microsoft.AspNetCore.Http;

namespace GarminSync.Testing;

/// <summary>Answers for a <see cref="ScriptedServer"/>.</summary>
public static class Answer
{
    public static RequestDelegate Json(string json, int status = StatusCodes.Status200OK) => Body(json, "application/json;charset=UTF-8", status);

    public static RequestDelegate Html(int status, string text = "<html><title>Just a moment...</title></html>") => Body(text, "text/html", status);

    public static RequestDelegate Body(string text, string contentType, int status) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(text, context.RequestAborted);
    };

    /// <summary>In chunks without a length, as Garmin sends its downloads.</summary>
    public static RequestDelegate Bytes(byte[] bytes, string contentType = "application/x-zip-compressed") => async context =>
    {
        context.Response.ContentType = contentType;
        await context.Response.StartAsync(context.RequestAborted);
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    };

    public static RequestDelegate Status(int status, params (string Name, string Value)[] headers) => context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers.Append(name, value);
        }

        return Task.CompletedTask;
    };

    /// <summary>The connection is reset without an answer.</summary>
    public static RequestDelegate Reset() => context =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>A part of the body, then the connection is reset.</summary>
    public static RequestDelegate CutOff(byte[] bytes) => async context =>
    {
        await context.Response.StartAsync(context.RequestAborted);
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    };

    /// <summary>No answer until the client gives up.</summary>
    public static RequestDelegate Never() => async context =>
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The client went away, which is what the test is about.
        }
    };
}
