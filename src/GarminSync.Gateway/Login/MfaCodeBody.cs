using System.Globalization;
using GarminSync.Gateway.Bodies;

namespace GarminSync.Gateway.Login;

/// <summary>The code that Garmin sent to the athlete.</summary>
/// <param name="LoginId">From the answer to the login.</param>
/// <param name="Code">The code, without the spaces and dashes between its digits that a person may have typed.</param>
internal sealed record MfaCodeBody(string LoginId, string Code)
{
    public static ValueTask<MfaCodeBody> BindAsync(HttpContext context) => JsonBody.ReadAsync(context, LoginBody.MaxBytes, Read);

    // A record prints its members; this one holds a code.
    public override string ToString() => nameof(MfaCodeBody);

    private static MfaCodeBody Read(JsonFields fields)
    {
        var typed = fields.RequiredText("code");
        var code = string.Concat(typed.Where(character => !char.IsWhiteSpace(character) && char.GetUnicodeCategory(character) != UnicodeCategory.DashPunctuation));
        if (code.Length == 0 && typed.Length > 0)
        {
            fields.Refuse("code", "is required and must not be empty");
        }

        return new MfaCodeBody(fields.RequiredText("login_id"), code);
    }
}
