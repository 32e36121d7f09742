using System.Text;

namespace GarminSync.Gateway.Errors;

/// <summary>Writes JSON that callers compare byte for byte; no serializer touches it.</summary>
internal static class ExactJson
{
    public static Task WriteAsync(HttpContext context, int status, string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = bytes.Length;
        return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }
}
