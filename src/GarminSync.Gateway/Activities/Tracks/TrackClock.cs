using FitTrack.Fit;

namespace GarminSync.Gateway.Activities.Tracks;

/// <summary>Counts from the first record of a track.</summary>
/// <param name="Zero">Its time; null when no record has one.</param>
internal sealed record TrackClock(FitTime? Zero)
{
    public static TrackClock Of(FitActivity activity) => new(activity.Records.Select(record => record.Message.Timestamp).FirstOrDefault(time => time is not null));

    /// <summary>Seconds since then; null when either time is unknown, or only one has a date.</summary>
    public double? Elapsed(FitTime? time) => time is { } known && Zero is { } zero && known.IsRelative == zero.IsRelative ? (double)known.Seconds - zero.Seconds : null;
}
