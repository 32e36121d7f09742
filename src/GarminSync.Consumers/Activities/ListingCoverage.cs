using GarminConnect.Client;
using GarminSync.Consumers.Sync;

namespace GarminSync.Consumers.Activities;

/// <summary>Which activities a listing should contain. Garmin's days are local days, so a day less at each end is certain.</summary>
/// <param name="From">The first start that is certain; null: from the beginning.</param>
/// <param name="Before">The first start that is not certain any more; null: to the end.</param>
/// <param name="ListedAt">When the reading began.</param>
internal sealed record ListingCoverage(DateTimeOffset? From, DateTimeOffset? Before, DateTimeOffset ListedAt)
{
    /// <summary>Whether it is every activity of the account.</summary>
    public bool IsEverything { get; private init; }

    /// <param name="listing">The listing.</param>
    /// <param name="scope">The days that were asked for.</param>
    /// <param name="stopBefore">How far back the list was to be read; null: to its end.</param>
    /// <param name="listedAt">When the reading began.</param>
    public static ListingCoverage Of(ActivityListing listing, SyncScope scope, DateTimeOffset? stopBefore, DateTimeOffset listedAt)
    {
        var from = scope.StartDate is { } first ? Midnight(first.AddDays(1)) : (DateTimeOffset?)null;
        // Days that are asked for are read to their end: it is one or the other.
        return new ListingCoverage(from ?? stopBefore?.AddDays(1), scope.EndDate is { } last ? Midnight(last) : null, listedAt)
        {
            IsEverything = scope is { StartDate: null, EndDate: null } && listing is { ReachedEnd: true, IsCutShort: false, OutOfRange: 0 },
        };
    }

    /// <summary>Without a start time nothing is certain.</summary>
    public bool Has(DateTimeOffset? start) => start is not null && !(start < From) && !(start >= Before);

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
