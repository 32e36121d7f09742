using System.Text.Json;
using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;
using GarminConnect.Simulator.DiAuth;
using GarminConnect.Simulator.Sso;

namespace GarminConnect.Simulator.Requests;

/// <summary>
/// Finds out whose account a request is about, before anything answers it, because both the journal and the faults go by account. Reads ahead in
/// the bodies of the login calls; the endpoints can read them again.
/// </summary>
internal sealed class CallerResolution(RequestDelegate next, AthleteDirectory athletes, LoginSessions sessions, ServiceTickets tickets, TokenStore tokens)
{
    private const string Bearer = "Bearer ";

    public async Task InvokeAsync(HttpContext context)
    {
        context.Features.Set(await ResolveAsync(context));
        await next(context);
    }

    /// <summary>Answers 401 where a token is needed and there is none. Runs after the faults.</summary>
    public static async Task RefuseStrangersAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<TokenNeeded>() is not null && context.Features.Get<Caller>() is not { HasToken: true })
        {
            await GarminAnswers.TokenNotActive(context).ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    private async Task<Caller> ResolveAsync(HttpContext context)
    {
        var request = context.Request;
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            var owner = tokens.Owner(authorization[Bearer.Length..]);
            return new Caller(owner, owner is not null, owner?.Email);
        }

        var named = await NamedAsync(request);
        return new Caller(named.Athlete, false, named.Athlete?.Email ?? named.Email);
    }

    private async Task<(Athlete? Athlete, string? Email)> NamedAsync(HttpRequest request)
    {
        var waiting = sessions.Pending(request.Cookies[LoginSessions.Cookie])?.Athlete;
        if (!HttpMethods.IsPost(request.Method))
        {
            return (waiting, null);
        }

        if (request.HasFormContentType && request.Path.StartsWithSegments("/sso", StringComparison.Ordinal) || request.Path == TokenEndpoint.Path)
        {
            var form = request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : FormCollection.Empty;
            var athlete = tickets.Peek(form["service_ticket"])?.Athlete ?? tokens.RefreshOwner(form["refresh_token"]);
            return ByEmail(form["username"], athlete ?? waiting);
        }

        return request.Path.Value?.EndsWith("/api/login", StringComparison.Ordinal) == true
            ? ByEmail(await UserNameAsync(request), null)
            : (waiting, null);
    }

    private (Athlete? Athlete, string? Email) ByEmail(string? email, Athlete? otherwise) =>
        string.IsNullOrEmpty(email) ? (otherwise, null) : (athletes.Find(email), email);

    private static async Task<string?> UserNameAsync(HttpRequest request)
    {
        request.EnableBuffering();
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("username", out var name) ? name.ToString() : null;
        }
        catch (JsonException)
        {
            // The endpoint says so to the caller.
            return null;
        }
        finally
        {
            request.Body.Position = 0;
        }
    }
}
