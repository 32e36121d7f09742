using GarminConnect.Client;

namespace GarminSync.Consumers.Activities;

/// <summary>The legs that <see cref="ActivityLegs"/> found.</summary>
internal sealed class FoundLegs
{
    /// <summary>Those that are to be fetched.</summary>
    public List<GarminActivity> Wanted { get; } = [];

    /// <summary>The ids of the legs of each multisport activity that was asked for them.</summary>
    public Dictionary<long, IReadOnlyList<long>> Of { get; } = [];

    /// <summary>Whether all multisport activities of the list were looked into.</summary>
    public bool AreAll { get; set; } = true;

    /// <summary>What could not be read, and why, for a person.</summary>
    public List<string> NotRead { get; } = [];

    /// <summary>For the job, in words; null when nothing was left out.</summary>
    public string? LeftOpen() => (AreAll, NotRead) switch
    {
        (true, []) => null,
        (true, _) => string.Join(' ', NotRead),
        (false, _) => string.Join(' ', [.. NotRead, "There are more multisport activities than one sync asks for their legs; the next sync goes on with the older ones, one with force not, so ask for their days."]),
    };
}
