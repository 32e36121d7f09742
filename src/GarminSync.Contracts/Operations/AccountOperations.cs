namespace GarminSync.Contracts;

/// <summary>How an account is, for an operator.</summary>
public sealed record AccountOperations
{
    /// <summary>The account: its state, Garmin's limit, its last and next sync.</summary>
    public required GarminAccountStatus Account { get; init; }

    /// <summary>Whether a job of it is paused.</summary>
    public bool IsPaused { get; init; }

    /// <summary>UTC time at which the pause ends; absent without a pause, and while it waits for a login.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Why, for a person; absent without a pause.</summary>
    public string? PausedReason { get; init; }

    /// <summary>How fresh each kind of data is.</summary>
    public required IReadOnlyList<KindFreshness> Freshness { get; init; }

    /// <summary>Requests to Garmin in the last 7 days, by UTC, oldest first; days without any are left out.</summary>
    public required IReadOnlyList<GarminRequestsOfDay> GarminRequests { get; init; }
}
