using System.ComponentModel.DataAnnotations;

namespace GarminSync.Consumers.Sync;

/// <summary>How work is handed out. Section <c>Sync</c>.</summary>
internal sealed class SyncOptions
{
    public const string SectionName = "Sync";

    /// <summary>
    /// After how long work that was handed out and not heard of is handed out again; while a process works on it, it is prolonged. Default: 5 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often an item is tried before it is given up, and how many processes may be lost over it. Default: 5.</summary>
    [Range(1, 50)]
    public int MaxAttempts { get; set; } = 5;

    /// <summary>The wait after the first failure; doubled with each further one. Default: 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan FirstBackOff { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait between two tries. Default: 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "1.00:00:00")]
    public TimeSpan LongestBackOff { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How many times in a row, with any items, Garmin must have been out of reach to be taken for away: the job pauses then. Default: 6.</summary>
    [Range(2, 1000)]
    public int FailuresInRowThatPause { get; set; } = 6;

    /// <summary>How often the dispatcher looks for what is due. Default: 1 second.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan DispatchInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long an ended job can be asked for; the newest of an account for ever. Default: 90 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00")]
    public TimeSpan KeepEndedJobs { get; set; } = TimeSpan.FromDays(90);

    /// <summary>The wait before the attempt after <paramref name="attempts"/> failed ones.</summary>
    public TimeSpan BackOff(int attempts)
    {
        var doubled = FirstBackOff * Math.Pow(2, Math.Min(attempts - 1, 20));
        return doubled < LongestBackOff ? doubled : LongestBackOff;
    }
}
