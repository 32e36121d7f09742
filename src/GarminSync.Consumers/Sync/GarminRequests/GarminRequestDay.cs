namespace GarminSync.Consumers.Sync;

/// <summary>How many requests to Garmin were made for an account on a day. What a lost process did not report is not among them.</summary>
internal sealed class GarminRequestDay
{
    public string UserId { get; set; } = "";

    /// <summary>By UTC.</summary>
    public DateOnly Day { get; set; }

    public long Requests { get; set; }
}
