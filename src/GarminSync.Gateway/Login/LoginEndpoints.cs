using GarminSync.Bus.Secrets;
using GarminSync.Contracts;
using GarminSync.Gateway.Errors;
using GarminSync.Gateway.Messaging;
using GarminSync.Gateway.OpenApi;
using MassTransit;

namespace GarminSync.Gateway.Login;

/// <summary>The four ways to link a Garmin account.</summary>
internal static class LoginEndpoints
{
    public static void MapLogin(this IEndpointRouteBuilder api)
    {
        var login = api.MapGroup("/garmin/login").WithTags("Login").AddEndpointFilter<ConsumersAnswerFilter>().WithMetadata(AnswerLimit.Login);

        login.MapPost("", LinkAsync).WithLoginAnswers<LoginBody>("Link a Garmin account with user name and password", """{"username": "athlete@example.com", "password": "correct horse battery staple"}""");
        login.MapPost("/mfa", SubmitCodeAsync).ProducesProblem(StatusCodes.Status404NotFound).WithLoginAnswers<MfaCodeBody>("Finish a login that asked for an MFA code", """{"login_id": "0b8a2c1e-6f0d-4a55-9b53-3f0a6a1c7a10", "code": "123456"}""");
        login.MapPost("/ticket", RedeemTicketAsync).WithLoginAnswers<ServiceTicketBody>("Link a Garmin account with a service ticket from a browser", """{"service_ticket": "ST-0123456-abc", "email": "athlete@example.com"}""");
        login.MapPost("/tokens", ImportTokensAsync).WithLoginAnswers<GarminTokensBody>("Link a Garmin account with the token file of another client", """{"di_token": "…", "di_refresh_token": "…", "di_client_id": "…", "email": "athlete@example.com"}""");
    }

    private static async Task<IResult> LinkAsync(
        LoginBody body, IRequestClient<LinkGarminAccount> client, SecretSealer sealer, CancellationToken cancellationToken)
    {
        var link = new LinkGarminAccount { UserName = body.Username, SealedPassword = sealer.Seal(body.Password, SecretUse.LoginPassword(body.Username)) };
        var answer = await client.GetResponse<GarminLoginAnswered>(link, cancellationToken);

        return answer.Message.Outcome == GarminLoginOutcomes.WrongCredentials ? FixedRefusals.InvalidCredentials : answer.Message.ToResult();
    }

    private static async Task<IResult> SubmitCodeAsync(
        MfaCodeBody body, IRequestClient<SubmitMfaCode> client, SecretSealer sealer, CancellationToken cancellationToken)
    {
        var submit = new SubmitMfaCode { LoginId = body.LoginId, SealedCode = sealer.Seal(body.Code, SecretUse.LoginCode(body.LoginId)) };
        var answer = await client.GetResponse<GarminLoginAnswered>(submit, cancellationToken);

        return answer.Message.ToResult();
    }

    private static async Task<IResult> RedeemTicketAsync(
        ServiceTicketBody body, IRequestClient<RedeemServiceTicket> client, SecretSealer sealer, CancellationToken cancellationToken)
    {
        var redeem = new RedeemServiceTicket
        {
            SealedTicket = sealer.Seal(body.ServiceTicket, SecretUse.LoginTicket(body.Email)),
            ServiceUrl = body.ServiceUrl,
            Email = body.Email,
        };
        var answer = await client.GetResponse<GarminLoginAnswered>(redeem, cancellationToken);

        return answer.Message.ToResult();
    }

    private static async Task<IResult> ImportTokensAsync(
        GarminTokensBody body, IRequestClient<ImportGarminTokens> client, SecretSealer sealer, CancellationToken cancellationToken)
    {
        var import = new ImportGarminTokens { SealedTokens = sealer.Seal(body.ToTokenFile(), SecretUse.LoginTokens(body.Email)), Email = body.Email };
        var answer = await client.GetResponse<GarminLoginAnswered>(import, cancellationToken);

        return answer.Message.ToResult();
    }

    private static void WithLoginAnswers<TBody>(this RouteHandlerBuilder route, string summary, string example) =>
        route.WithSummary(summary).WithJsonBody<TBody>(example)
            .Produces<LinkedAnswer>()
            .Produces<MfaRequiredAnswer>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status502BadGateway)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .ProducesProblem(StatusCodes.Status504GatewayTimeout);
}
