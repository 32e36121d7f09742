namespace GarminSync.Consumers.Tests.Sync.AddedKind;

/// <summary>What came of fetching a shoe.</summary>
internal enum ShoeFetch
{
    Fetched,

    /// <summary>Garmin does not have it; nor will it.</summary>
    Unknown,

    /// <summary>What Garmin has of it is no shoe at the moment.</summary>
    Unreadable,
}
