namespace GarminSync.Web.Api;

/// <summary>The body of a sync call; what is null is left to the API.</summary>
internal sealed record SyncRequest
{
    public required string UserId { get; init; }

    public string? StartDate { get; init; }

    public string? EndDate { get; init; }

    public IReadOnlyList<string>? Formats { get; init; }

    public IReadOnlyList<string>? Metrics { get; init; }

    public string? Detail { get; init; }

    public bool? Force { get; init; }
}
