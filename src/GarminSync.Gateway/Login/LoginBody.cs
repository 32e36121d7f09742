using GarminSync.Gateway.Bodies;

namespace GarminSync.Gateway.Login;

/// <summary>A Garmin account to link.</summary>
/// <param name="Username">Garmin user name, nearly always an e-mail address.</param>
/// <param name="Password">Garmin password.</param>
internal sealed record LoginBody(string Username, string Password)
{
    /// <summary>The greatest size of the body of a login call, in bytes.</summary>
    public const int MaxBytes = 16 * 1024;

    public static ValueTask<LoginBody> BindAsync(HttpContext context) =>
        JsonBody.ReadAsync(context, MaxBytes, fields => new LoginBody(fields.RequiredText("username"), fields.RequiredSecret("password")));

    // A record prints its members; this one holds a password.
    public override string ToString() => nameof(LoginBody);
}
