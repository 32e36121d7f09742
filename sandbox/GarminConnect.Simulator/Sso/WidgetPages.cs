using System.Net;
using System.Text;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Sso;

/// <summary>The pages of the widget, with the titles, names and script variables that clients look for.</summary>
internal static class WidgetPages
{
    private const string SignInTitle = "GARMIN Authentication Application";

    public static IResult Embedded() => Page(200, "GAuth Embedded Version", "<div id=\"gauth-widget\"></div>");

    /// <summary>The sign-in form; with an error, the answer to a wrong password.</summary>
    public static IResult SignIn(string csrf, string? error = null) => Page(error is null ? 200 : 401, SignInTitle, $"""
        {(error is null ? "" : Error(error))}
        <form method="post" id="login-form">
          <input type="text" name="username" />
          <input type="password" name="password" />
          <input type="hidden" name="embed" value="true" />
          <input type="hidden" name="_csrf" value="{csrf}" />
        </form>
        """);

    public static IResult EnterCode(Athlete athlete, string csrf, string? error = null) => Page(200, "Enter MFA code for login", $"""
        <script>
          var customerGuid = "{athlete.Guid}";
          var mfaMethod = "email";
          var locale = "en";
          var clientId = "";
          var codeSentTo = "{LoginAnswers.Mask(athlete.Email)}";
        </script>
        {(error is null ? "" : Error(error))}
        <form method="post" id="mfa-code-form">
          <input type="text" name="mfa-code" />
          <input type="hidden" name="embed" value="true" />
          <input type="hidden" name="_csrf" value="{csrf}" />
          <input type="hidden" name="fromPage" value="setupEnterMfaCode" />
        </form>
        """);

    public static IResult Success(ServiceTicket ticket)
    {
        var url = $"{ticket.Service}?ticket={ticket.Value}".Replace("/", "\\/", StringComparison.Ordinal);
        return Page(200, "Success", $"<script>\n  var response_url = \"{url}\";\n</script>");
    }

    public static IResult Refused(int status, string reason) => Page(status, SignInTitle, Error(reason));

    private static string Error(string text) =>
        $"<div id=\"status\" class=\"error\">{WebUtility.HtmlEncode(text)}</div>\n<script>\n  var result = \"error\";\n</script>";

    private static IResult Page(int status, string title, string body) =>
        Results.Text($"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<title>{title}</title>\n</head>\n<body>\n{body}\n</body>\n</html>\n", "text/html", Encoding.UTF8, status);
}
