using System.Text.Json;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Sso;

/// <summary>The JSON login of the mobile apps and of the web portal, which differ in their paths alone.</summary>
internal static class JsonLogin
{
    public static void MapJsonLogin(this IEndpointRouteBuilder routes)
    {
        foreach (var family in new[] { "mobile", "portal" })
        {
            routes.MapPost($"/{family}/api/login", LoginAsync);
            routes.MapGet($"/{family}/api/login", () => Results.Json(new { message = "Request method 'GET' not supported" }, statusCode: 405));
            routes.MapPost($"/{family}/api/mfa/verifyCode", VerifyAsync);
        }

        foreach (var page in new[] { "/mobile/sso/en/sign-in", "/mobile/sso/en_US/sign-in", "/portal/sso/en-US/sign-in" })
        {
            routes.MapGet(page, SignInPage);
        }

        routes.MapGet("/portal/sso/embed", (HttpContext context) =>
        {
            LoginSessions.Ensure(context);
            return Results.Ok();
        });
    }

    private static async Task<IResult> LoginAsync(
        HttpContext context, string? clientId, string? service, AthleteDirectory athletes, LoginSessions sessions, ServiceTickets tickets)
    {
        if (LoginClient.Find(clientId) is not { } client || !client.Serves(service))
        {
            return LoginAnswers.BadRequest("clientId and service must be those of a Garmin app");
        }

        if (await ReadAsync<Credentials>(context) is not { Username: not null, Password: not null } credentials)
        {
            return LoginAnswers.BadRequest("username and password are needed");
        }

        var session = LoginSessions.Ensure(context);
        if (athletes.Find(credentials.Username) is not { } athlete || athlete.Spec.Password != credentials.Password)
        {
            return LoginAnswers.InvalidPassword();
        }

        if (athlete.Spec.Mfa)
        {
            sessions.Begin(session, athlete, service!);
            return LoginAnswers.MfaRequired(athlete.Email);
        }

        LoginSessions.MarkSignedIn(context, athlete);
        return LoginAnswers.Successful(tickets.Issue(athlete, service!, client.TicketSuffix));
    }

    /// <summary>The ticket is for the service of the login, also when the code comes through the other family.</summary>
    private static async Task<IResult> VerifyAsync(HttpContext context, string? clientId, LoginSessions sessions, ServiceTickets tickets)
    {
        if (LoginClient.Find(clientId) is not { } client)
        {
            return LoginAnswers.BadRequest("clientId must be that of a Garmin app");
        }

        if (await ReadAsync<MfaCode>(context) is not { MfaVerificationCode: not null } answer)
        {
            return LoginAnswers.BadRequest("mfaVerificationCode is needed");
        }

        if (sessions.Pending(context.Request.Cookies[LoginSessions.Cookie]) is not { } login || login.Athlete.Spec.MfaCode != answer.MfaVerificationCode)
        {
            return LoginAnswers.WrongCode();
        }

        sessions.End(login);
        LoginSessions.MarkSignedIn(context, login.Athlete);
        return LoginAnswers.SuccessfulAfterMfa(tickets.Issue(login.Athlete, login.Service, client.TicketSuffix));
    }

    private static IResult SignInPage(HttpContext context)
    {
        LoginSessions.Ensure(context);
        return Answers.GarminAnswers.Html(200, "Garmin SSO Portal", "Sign in with the app.");
    }

    private static async Task<T?> ReadAsync<T>(HttpContext context)
        where T : class
    {
        try
        {
            return await context.Request.ReadFromJsonAsync<T>(context.RequestAborted);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or not said to be: answered as a body without the needed members.
            return null;
        }
    }

    internal sealed record Credentials(string? Username, string? Password);

    internal sealed record MfaCode(string? MfaVerificationCode);
}
