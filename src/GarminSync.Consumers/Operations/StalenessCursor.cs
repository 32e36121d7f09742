using System.Globalization;
using GarminSync.Consumers.Accounts;

namespace GarminSync.Consumers.Operations;

/// <summary>Where a page of accounts ends that are ordered by their last sync: those without one first, equal ones by user id.</summary>
internal sealed record StalenessCursor(DateTimeOffset? LastSyncAt, string UserId)
{
    private const char Separator = '_';

    /// <summary>The text that asks for the accounts after this one.</summary>
    public static string After(GarminAccount last) => $"{last.LastSyncAt?.UtcTicks.ToString(CultureInfo.InvariantCulture)}{Separator}{last.UserId}";

    /// <summary>Null for what is none.</summary>
    public static StalenessCursor? Read(string? text)
    {
        if (text is null || text.IndexOf(Separator) is not (>= 0 and var end))
        {
            return null;
        }

        var userId = text[(end + 1)..];
        return end == 0 ? new StalenessCursor(null, userId)
            : long.TryParse(text.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.Ticks
                ? new StalenessCursor(new DateTimeOffset(ticks, TimeSpan.Zero), userId)
                : null;
    }
}
