using GarminConnect.Simulator.Answers;

namespace GarminConnect.Simulator.Sso;

/// <summary>The JSON answers of the mobile and the portal login, as recorded.</summary>
internal static class LoginAnswers
{
    public static IResult Successful(ServiceTicket ticket) => Json(200, new
    {
        serviceURL = ticket.Service,
        serviceTicketId = ticket.Value,
        responseStatus = Status("SUCCESSFUL", "", "OK"),
        responseReason = (string?)null,
        customerMfaInfo = (object?)null,
        consentTypeList = (object?)null,
        captchaAlreadyPassed = false,
        samlResponse = (string?)null,
        authType = "CAS",
    });

    /// <summary>After a code the answer lacks three members.</summary>
    public static IResult SuccessfulAfterMfa(ServiceTicket ticket) => Json(200, new
    {
        serviceURL = ticket.Service,
        serviceTicketId = ticket.Value,
        responseStatus = Status("SUCCESSFUL", "", "OK"),
        responseReason = (string?)null,
        samlResponse = (string?)null,
        authType = "CAS",
    });

    public static IResult MfaRequired(string email) => Json(200, new
    {
        serviceURL = (string?)null,
        serviceTicketId = (string?)null,
        responseStatus = Status("MFA_REQUIRED", "", "OK"),
        responseReason = (string?)null,
        customerMfaInfo = new
        {
            email = Mask(email),
            phoneNumber = (string?)null,
            mfaLastMethodUsed = "email",
            defaultMfaMethod = (string?)null,
            mfaUISetting = new { allowPhoneOption = true, allowAddEmailAddress = false, chooseDifferentWayShown = false },
        },
        consentTypeList = Array.Empty<string>(),
        captchaAlreadyPassed = false,
        samlResponse = (string?)null,
        authType = (string?)null,
    });

    public static IResult InvalidPassword() => Refused(401, "INVALID_USERNAME_PASSWORD", "generalLoginInvalidUsernameOrPassword", "UNAUTHORIZED");

    /// <summary>Not recorded: clients only look whether the type is SUCCESSFUL.</summary>
    public static IResult WrongCode() => Refused(401, "INVALID_MFA_CODE", "mfaInvalidCode", "UNAUTHORIZED");

    /// <summary>Not recorded beyond the type.</summary>
    public static IResult CaptchaRequired() => Refused(200, "CAPTCHA_REQUIRED", "captchaRequired", "OK");

    public static IResult BadRequest(string message) => Refused(400, "BAD_REQUEST", message, "BAD_REQUEST");

    /// <summary>Two letters stay: <c>at*****@example.com</c>.</summary>
    public static string Mask(string email)
    {
        var at = Math.Max(email.IndexOf('@', StringComparison.Ordinal), 0);
        return $"{email[..Math.Min(2, at)]}*****{email[at..]}";
    }

    private static IResult Refused(int status, string type, string message, string httpStatus) => Json(status, new
    {
        serviceURL = (string?)null,
        serviceTicketId = (string?)null,
        responseStatus = Status(type, message, httpStatus),
        responseReason = (string?)null,
        customerMfaInfo = (object?)null,
        consentTypeList = (object?)null,
        captchaAlreadyPassed = false,
        samlResponse = (string?)null,
        authType = (string?)null,
    });

    private static object Status(string type, string message, string httpStatus) => new { type, message, httpStatus };

    private static IResult Json(int status, object body) => Results.Json(body, GarminJson.WithNulls, "application/json", status);
}
