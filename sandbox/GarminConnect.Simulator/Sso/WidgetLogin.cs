using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Sso;

/// <summary>The login of the embedded HTML widget: forms, anti-forgery values and redirects instead of JSON.</summary>
internal static class WidgetLogin
{
    private const string MfaPath = "/sso/verifyMFA/loginEnterMfaCode";

    public static void MapWidgetLogin(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sso/embed", (HttpContext context) =>
        {
            LoginSessions.Ensure(context);
            return WidgetPages.Embedded();
        });
        routes.MapGet("/sso/signin", (HttpContext context, LoginSessions sessions) => WidgetPages.SignIn(sessions.NewCsrf(LoginSessions.Ensure(context))));
        routes.MapPost("/sso/signin", SignInAsync);
        routes.MapGet(MfaPath, EnterCode);
        routes.MapPost(MfaPath, VerifyAsync);
        routes.MapPost("/sso/verifyMFA/mfaCode", (HttpContext context, LoginSessions sessions) => Pending(context, sessions) is null ? Results.BadRequest() : Results.Ok());
        routes.MapGet("/sso/login", Finish);
    }

    private static async Task<IResult> SignInAsync(
        HttpContext context, string? service, AthleteDirectory athletes, LoginSessions sessions, ServiceTickets tickets)
    {
        var session = context.Request.Cookies[LoginSessions.Cookie];
        var form = await ReadFormAsync(context.Request);
        if (!sessions.CsrfIs(session, form["_csrf"]) || !IsEmbed(service))
        {
            return WidgetPages.Refused(403, "The form is not of this session, or the service is not the widget.");
        }

        if (athletes.Find(form["username"]) is not { } athlete || athlete.Spec.Password != form["password"])
        {
            return WidgetPages.SignIn(sessions.NewCsrf(session!), "Invalid sign in. (Passwords are case sensitive.)");
        }

        if (athlete.Spec.Mfa)
        {
            sessions.Begin(session!, athlete, service!);
            return Results.Redirect(MfaPath + context.Request.QueryString);
        }

        LoginSessions.MarkSignedIn(context, athlete);
        return WidgetPages.Success(tickets.Issue(athlete, service!, "cas"));
    }

    private static IResult EnterCode(HttpContext context, LoginSessions sessions) => Pending(context, sessions) is { } login
        ? WidgetPages.EnterCode(login.Athlete, sessions.NewCsrf(login.Session))
        : WidgetPages.Refused(403, "No code is due in this session.");

    private static async Task<IResult> VerifyAsync(HttpContext context, LoginSessions sessions, ServiceTickets tickets)
    {
        var form = await ReadFormAsync(context.Request);
        if (Pending(context, sessions) is not { } login || !sessions.CsrfIs(login.Session, form["_csrf"]))
        {
            return WidgetPages.Refused(403, "No code is due in this session, or the form is not of this session.");
        }

        if (login.Athlete.Spec.MfaCode != form["mfa-code"])
        {
            return WidgetPages.EnterCode(login.Athlete, sessions.NewCsrf(login.Session), "Invalid code.");
        }

        sessions.End(login);
        LoginSessions.MarkSignedIn(context, login.Athlete);
        var ticket = tickets.Issue(login.Athlete, login.Service, "cas");
        return Results.Redirect($"/sso/login?logintoken={Uri.EscapeDataString(ticket.Value)}&service={Uri.EscapeDataString(login.Service)}");
    }

    /// <summary>The login token is the ticket itself: a client only follows the redirect.</summary>
    private static IResult Finish(string? logintoken, ServiceTickets tickets) =>
        tickets.Peek(logintoken) is { } ticket ? WidgetPages.Success(ticket) : WidgetPages.Refused(403, "The login token is not known.");

    private static PendingLogin? Pending(HttpContext context, LoginSessions sessions) => sessions.Pending(context.Request.Cookies[LoginSessions.Cookie]);

    /// <summary>A body that is no form is a form without fields.</summary>
    private static async Task<IFormCollection> ReadFormAsync(HttpRequest request) =>
        request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : FormCollection.Empty;

    private static bool IsEmbed(string? service) => Uri.TryCreate(service, UriKind.Absolute, out var uri) && uri.AbsolutePath == "/sso/embed";
}
