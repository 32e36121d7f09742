using GarminConnect.Client;

namespace GarminSync.Consumers.Activities;

/// <summary>The legs that <see cref="ActivityLegs"/> found.</summary>
/// <param name="Wanted">Those that are to be fetched.</param>
/// <param name="Of">The ids of the legs of each multisport activity that was asked for them.</param>
/// <param name="AreAll">Whether all multisport activities of the list were looked into.</param>
internal sealed record FoundLegs(IReadOnlyList<GarminActivity> Wanted, IReadOnlyDictionary<long, IReadOnlyList<long>> Of, bool AreAll);
