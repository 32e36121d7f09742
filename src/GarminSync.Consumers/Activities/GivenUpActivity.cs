namespace GarminSync.Consumers.Activities;

/// <summary>The part of the ledger for activities that could not be synced: why, and when the next sync that meets them tries again.</summary>
internal sealed class GivenUpActivity
{
    public string UserId { get; set; } = "";

    public long GarminActivityId { get; set; }

    /// <summary>Hash of the list row. When Garmin's row has another, the activity was edited, and is tried at once.</summary>
    public string ContentHash { get; set; } = "";

    /// <summary>When it started; null where Garmin does not say.</summary>
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>The day on which it started, by the athlete's clock; null where Garmin does not say.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>The multisport activity that it is a leg of; null for none.</summary>
    public long? ParentId { get; set; }

    /// <summary>What is wrong, for a person.</summary>
    public string Reason { get; set; } = "";

    /// <summary>How often this version was given up.</summary>
    public int Times { get; set; }

    public DateTimeOffset GivenUpAt { get; set; }

    /// <summary>A sync before this time leaves it alone, unless it is forced.</summary>
    public DateTimeOffset NextTryAt { get; set; }

    /// <summary>Notes that it was given up once more.</summary>
    /// <param name="contentHash">Of the row that was tried.</param>
    /// <param name="reason">For a person.</param>
    /// <param name="now">The time.</param>
    public void Note(string contentHash, string reason, DateTimeOffset now)
    {
        Times = ContentHash == contentHash ? Times + 1 : 1;
        (ContentHash, Reason, GivenUpAt) = (contentHash, reason, now);
        NextTryAt = AskAgain.After(now, Times);
    }

    /// <summary>Whether this version is to be left alone for now.</summary>
    public bool Waits(string contentHash, DateTimeOffset now) => ContentHash == contentHash && now < NextTryAt;
}
