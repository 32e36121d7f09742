using System.Globalization;
using GarminSync.Gateway.Bodies;

namespace GarminSync.Gateway.UserTokens;

/// <summary>The user to make a token for.</summary>
/// <param name="UserId">CentralDB's id of the user; in a PUT it is in the path.</param>
/// <param name="ExpiresAt">UTC time, ISO 8601, at which the token ends by itself; absent: never.</param>
internal sealed record NewTokenBody(string? UserId = null, DateTimeOffset? ExpiresAt = null)
{
    private const int MaxBytes = 16 * 1024;

    public static ValueTask<NewTokenBody> BindAsync(HttpContext context)
    {
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var userInBody = context.Request.RouteValues["user_id"] is null;
        return JsonBody.ReadAsync(context, MaxBytes, fields => new NewTokenBody(userInBody ? fields.RequiredText("user_id") : null, Time(fields, now)));
    }

    private static DateTimeOffset? Time(JsonFields fields, DateTimeOffset now)
    {
        if (fields.Text("expires_at") is not { } text)
        {
            return null;
        }

        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) || time <= now)
        {
            fields.Refuse("expires_at", "must be a time to come, as 2027-01-31T00:00:00Z");
        }

        return time;
    }
}
