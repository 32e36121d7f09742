namespace GarminSync.Web.Api;

/// <summary>What a login came to.</summary>
internal abstract record LinkOutcome
{
    private LinkOutcome()
    {
    }

    /// <param name="UserId">CentralDB's id of the user; null when the API did not name it.</param>
    public sealed record Linked(string? UserId) : LinkOutcome;

    /// <summary>Garmin sent the athlete a code.</summary>
    /// <param name="LoginId">Names the login that waits.</param>
    /// <param name="Method">Where the code went: <c>email</c> or <c>sms</c>.</param>
    /// <param name="ExpiresAt">UTC time until which it waits.</param>
    public sealed record CodeNeeded(string LoginId, string Method, DateTimeOffset? ExpiresAt) : LinkOutcome;

    public sealed record Refused(ApiProblem Problem) : LinkOutcome;
}
