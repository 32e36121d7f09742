using GarminConnect.Client;
using GarminSync.Consumers.Sync;

namespace GarminSync.Consumers.Activities;

/// <summary>Which activities a listing should contain.</summary>
/// <param name="Scope">The days that were asked for.</param>
/// <param name="StopBefore">How far back the list was to be read; null: to its end.</param>
/// <param name="ListedAt">When the reading began.</param>
internal sealed record ListingCoverage(SyncScope Scope, DateTimeOffset? StopBefore, DateTimeOffset ListedAt)
{
    /// <summary>Whether it is every activity of the account.</summary>
    public bool IsEverything { get; private init; }

    public static ListingCoverage Of(ActivityListing listing, SyncScope scope, DateTimeOffset? stopBefore, DateTimeOffset listedAt) =>
        new(scope, stopBefore, listedAt)
        {
            IsEverything = scope is { StartDate: null, EndDate: null } && listing is { ReachedEnd: true, IsCutShort: false, OutOfRange: 0 },
        };

    /// <summary>Garmin's days are local days, so a day less at each end is certain. Without a start time nothing is certain.</summary>
    public bool Has(DateTimeOffset? start) =>
        start is not null
        && (StopBefore is null || start >= StopBefore.Value.AddDays(1))
        && (Scope.StartDate is not { } from || start >= Midnight(from.AddDays(1)))
        && (Scope.EndDate is not { } to || start < Midnight(to));

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
