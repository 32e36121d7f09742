using System.Text;
using GarminConnect.Simulator.Sso;

namespace GarminConnect.Simulator.DiAuth;

/// <summary>The DI token endpoint: a service ticket, or a refresh token, for new tokens.</summary>
internal static class TokenEndpoint
{
    public const string Path = "/di-oauth2-service/oauth/token";

    /// <summary>A constant, not an address: the same for every domain.</summary>
    private const string TicketGrant = "https://connectapi.garmin.com/di-oauth2-service/oauth/grant/service_ticket";

    public static void MapTokenEndpoint(this IEndpointRouteBuilder routes) => routes.MapPost(Path, ExchangeAsync);

    private static async Task<IResult> ExchangeAsync(HttpContext context, ServiceTickets tickets, TokenStore tokens, SimulatorOptions options)
    {
        if (!context.Request.HasFormContentType)
        {
            return Refused(400, "invalid_request", "The body must be a form");
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var clientId = form["client_id"].ToString();
        if (clientId.Length == 0 || BasicUser(context.Request) != clientId || options.RefusedClientIds.Contains(clientId))
        {
            return Refused(401, "invalid_client", "The client is not known, or not the one of the Authorization header");
        }

        var issued = form["grant_type"].ToString() switch
        {
            TicketGrant => tickets.Redeem(form["service_ticket"].ToString(), form["service_url"].ToString()) is { } ticket
                ? tokens.Issue(ticket.Athlete, clientId)
                : null,
            "refresh_token" => tokens.Refresh(form["refresh_token"].ToString(), clientId),
            _ => new IssuedTokens("", null),
        };

        return issued switch
        {
            null => Refused(400, "invalid_grant", "The ticket or token is unknown, used, expired or meant for something else"),
            { AccessToken: "" } => Refused(400, "unsupported_grant_type", "The grant type is not known"),
            _ => Granted(issued, options),
        };
    }

    private static IResult Granted(IssuedTokens issued, SimulatorOptions options)
    {
        var body = new Dictionary<string, object>
        {
            ["scope"] = "ATP_READ CONNECT_READ CONNECT_WRITE DT_CLIENT_ANALYTICS_WRITE",
            ["jti"] = Guid.NewGuid().ToString(),
            ["access_token"] = issued.AccessToken,
            ["token_type"] = "Bearer",
            ["expires_in"] = options.AccessTokenSeconds,
        };

        if (issued.RefreshToken is { } refreshToken)
        {
            body["refresh_token"] = refreshToken;
            body["refresh_token_expires_in"] = options.RefreshTokenSeconds;
        }

        return Results.Json(body);
    }

    private static IResult Refused(int status, string error, string description) =>
        Results.Json(new { error, error_description = description }, statusCode: status);

    /// <summary>The user of the Basic header; null when there is none or its secret is not empty.</summary>
    private static string? BasicUser(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var bytes = new byte[512];
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) || !Convert.TryFromBase64String(header[6..], bytes, out var length))
        {
            return null;
        }

        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        return pair.EndsWith(':') ? pair[..^1] : null;
    }
}
