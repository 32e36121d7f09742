using System.Net;
using GarminSync.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace GarminSync.Web.Activities;

/// <summary>Hands out files of activities to browsers, which have the cookie of a session and not the token that the API wants.</summary>
internal static class FileEndpoints
{
    private static readonly string[] Passed = ["Content-Type", "Content-Length", "Content-Disposition"];

    public static void MapFiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/activities/{id:long}/files/{format}/{part:int}", DownloadAsync).AllowAnonymous().ExcludeFromDescription().WithMetadata(new PageEndpoint(isHtml: true));

    /// <summary>Where a file is.</summary>
    /// <param name="id">The activity.</param>
    /// <param name="file">The file.</param>
    /// <param name="userId">Whose; the API looks whether the caller may have it.</param>
    public static string Address(long id, ActivityFile file, string userId) => $"activities/{id}/files/{file.Format}/{file.Part}?account={Uri.EscapeDataString(userId)}";

    private static async Task DownloadAsync(
        long id, string format, int part, [FromQuery] string? account, HttpContext context, AuthenticationStateProvider authentication, GarminApi api, CancellationToken cancellationToken)
    {
        // Components are told by the framework who looks at them; here nobody else says it.
        ((IHostEnvironmentAuthenticationStateProvider)authentication).SetAuthenticationState(Task.FromResult(new AuthenticationState(context.User)));
        using var answer = await AskAsync(api, account, id, format, part, cancellationToken);
        context.Response.StatusCode = (int)(answer?.StatusCode ?? HttpStatusCode.BadGateway);
        if (answer is null)
        {
            return;
        }

        foreach (var name in Passed)
        {
            if (answer.Content.Headers.TryGetValues(name, out var values))
            {
                context.Response.Headers[name] = values.ToArray();
            }
        }

        context.Response.Headers.XContentTypeOptions = "nosniff";
        await answer.Content.CopyToAsync(context.Response.Body, cancellationToken);
    }

    private static async Task<HttpResponseMessage?> AskAsync(GarminApi api, string? userId, long id, string format, int part, CancellationToken cancellationToken)
    {
        try
        {
            return await api.FileAsync(userId, id, format, part, cancellationToken);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
