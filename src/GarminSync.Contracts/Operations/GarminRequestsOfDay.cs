namespace GarminSync.Contracts;

/// <summary>Requests to Garmin on a day.</summary>
public sealed record GarminRequestsOfDay
{
    /// <summary>The day by UTC, <c>YYYY-MM-DD</c>.</summary>
    public required string Day { get; init; }

    /// <summary>How many were reported; those of a process that was lost are not among them, nor are logins.</summary>
    public required long Requests { get; init; }
}
