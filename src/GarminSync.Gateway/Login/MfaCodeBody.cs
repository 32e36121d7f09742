using GarminSync.Gateway.Bodies;

namespace GarminSync.Gateway.Login;

/// <summary>The code that Garmin sent to the athlete.</summary>
/// <param name="LoginId">From the answer to the login.</param>
/// <param name="Code">The code.</param>
internal sealed record MfaCodeBody(string LoginId, string Code)
{
    public static ValueTask<MfaCodeBody> BindAsync(HttpContext context) =>
        JsonBody.ReadAsync(context, LoginBody.MaxBytes, fields => new MfaCodeBody(fields.RequiredText("login_id"), fields.RequiredText("code")));

    // A record prints its members; this one holds a code.
    public override string ToString() => nameof(MfaCodeBody);
}
