using GarminConnect.Client;

namespace GarminSync.Consumers.Activities;

/// <summary>The legs that <see cref="ActivityLegs"/> found.</summary>
/// <param name="Wanted">Those that are to be fetched.</param>
/// <param name="AreAll">Whether all multisport activities of the list were looked into.</param>
internal sealed record FoundLegs(IReadOnlyList<GarminActivity> Wanted, bool AreAll);
