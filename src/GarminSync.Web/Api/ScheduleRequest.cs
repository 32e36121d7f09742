namespace GarminSync.Web.Api;

/// <summary>The body of the call that sets a schedule.</summary>
internal sealed record ScheduleRequest
{
    public string? Every { get; init; }

    public string? Cron { get; init; }

    public string? TimeZone { get; init; }

    public IReadOnlyList<string>? Kinds { get; init; }

    public bool? Smart { get; init; }

    public bool? FollowDefault { get; init; }
}
