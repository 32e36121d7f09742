using System.ComponentModel.DataAnnotations;

namespace GarminSync.Consumers.Activities;

/// <summary>How much of Garmin's list of activities is read. Section <c>Activities</c>.</summary>
internal sealed class ActivityOptions
{
    public const string SectionName = "Activities";

    /// <summary>How far back every sync looks for new and edited activities. Default: 30 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan RecentWindow { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How often the whole list is read, which finds edits of older ones. Default: 7 days.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan FullListingEvery { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Whether an activity that is gone at Garmin is deleted from CentralDB too. Default: no, it is kept.</summary>
    public bool DeleteFromCentralDb { get; set; }
}
