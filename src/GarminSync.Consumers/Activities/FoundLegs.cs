using GarminConnect.Client;
using GarminSync.Consumers.Sync;

namespace GarminSync.Consumers.Activities;

/// <summary>The legs that <see cref="ActivityLegs"/> found.</summary>
internal sealed class FoundLegs
{
    private const int MostTold = 3;

    /// <summary>Those that are to be fetched.</summary>
    public List<GarminActivity> Wanted { get; } = [];

    /// <summary>The ids of the legs of each multisport activity that was asked for them.</summary>
    public Dictionary<long, IReadOnlyList<long>> Of { get; } = [];

    /// <summary>Whether all multisport activities of the list were looked into.</summary>
    public bool AreAll { get; set; } = true;

    /// <summary>Whether none were looked for, though there are multisport activities: version 1.0 may be beside (<see cref="SyncOptions.BesideVersion1"/>).</summary>
    public bool Wait { get; init; }

    /// <summary>What could not be read, and why, for a person.</summary>
    public List<string> NotRead { get; } = [];

    /// <summary>For the job, in words; null when nothing was left out.</summary>
    public string? LeftOpen()
    {
        List<string> left = [.. NotRead.Take(MostTold)];
        if (NotRead.Count > MostTold)
        {
            left.Add($"And {NotRead.Count - MostTold} more could not be read.");
        }

        if (!AreAll)
        {
            left.Add($"One sync asks {ActivityLegs.MostParents} multisport activities for their legs, and there are more. The next sync asks the older ones; where force is meant, ask for their days.");
        }

        return left.Count == 0 ? null : string.Join(' ', left);
    }
}
