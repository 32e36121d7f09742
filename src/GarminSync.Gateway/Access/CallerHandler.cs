using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using GarminSync.Gateway.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace GarminSync.Gateway.Access;

/// <summary>
/// Finds out who calls, by the bearer token. In the modes without tokens (<see cref="AuthMode.None"/>, <see cref="AuthMode.External"/>) every caller counts as the
/// operator, so that the same rules apply in each mode.
/// </summary>
internal sealed class CallerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> schemeOptions, ILoggerFactory loggers, UrlEncoder encoder, IOptions<AuthOptions> auth, UserTokenCheck userTokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(schemeOptions, loggers, encoder)
{
    public const string SchemeName = "Bearer";

    private const string Challenge = "Bearer realm=\"garminsync\"";

    private static readonly Refusal NoToken = new(
        StatusCodes.Status401Unauthorized,
        "This call needs a token: send 'Authorization: Bearer …' with the operator key, or with a user's token that the operator got from POST /api/tokens.");

    private static readonly Refusal BadToken = new(
        StatusCodes.Status401Unauthorized,
        "The token in 'Authorization: Bearer …' is neither the operator key nor a user's token that is valid now: it may have been replaced, revoked or mistyped, "
        + "or have expired. The operator gets another one from POST /api/tokens.");

    private static readonly Refusal NotTheOperator = new(
        StatusCodes.Status403Forbidden, "This call is the operator's: it needs the operator key. A user's token reaches that user's account, jobs and data.");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (auth.Value.Mode != AuthMode.Token)
        {
            return Success(Caller.Operator());
        }

        if (!Request.Headers.ContainsKey("Authorization") || Context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return AuthenticateResult.NoResult();
        }

        if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header)
            || !string.Equals(header.Scheme, SchemeName, StringComparison.OrdinalIgnoreCase)
            || string.IsNullOrEmpty(header.Parameter))
        {
            return AuthenticateResult.Fail("The header is not 'Bearer' and a token.");
        }

        if (Hashes.SameText(header.Parameter, auth.Value.OperatorKey!))
        {
            return Success(Caller.Operator());
        }

        return UserToken.TryRead(header.Parameter) is { } token && await userTokens.IsValidAsync(token, Context.RequestAborted)
            ? Success(Caller.User(token.UserId))
            : AuthenticateResult.Fail("The token is not valid.");
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var sentOne = (await HandleAuthenticateOnceAsync()).Failure is not null;
        Response.Headers.WWWAuthenticate = sentOne ? $"{Challenge}, error=\"invalid_token\"" : Challenge;
        await (sentOne ? BadToken : NoToken).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => NotTheOperator.ExecuteAsync(Context);

    private AuthenticateResult Success(ClaimsPrincipal caller) => AuthenticateResult.Success(new AuthenticationTicket(caller, Scheme.Name));
}
