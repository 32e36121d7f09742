using GarminSync.Contracts;

namespace GarminSync.Consumers.Activities;

/// <summary>What was fetched of an activity so far.</summary>
/// <param name="revision">The revision that it is stored as.</param>
internal sealed class FetchedFiles(int revision)
{
    public int Revision { get; set; } = revision;

    public List<SyncedActivityFile> Files { get; } = [];

    /// <summary>Formats that were fetched.</summary>
    public List<string> Formats { get; } = [];

    /// <summary>Formats that Garmin does not have.</summary>
    public List<string> AbsentFormats { get; } = [];

    /// <summary>CentralDB's ids.</summary>
    public List<string> Records { get; } = [];
}
