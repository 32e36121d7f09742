using GarminConnect.Client;
using GarminConnect.Client.Health;

namespace GarminSync.Consumers.Sync;

/// <summary>Whether a device has brought anything since Garmin was asked last: one small request that saves those for days which change with a device only.</summary>
internal sealed class DeviceNews(GarminHealth garmin)
{
    /// <summary>What people type in comes without a device, so that no more than this passes before all is asked for again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    // What was uploaded is not in every answer at once.
    private static readonly TimeSpan UntilReckoned = TimeSpan.FromMinutes(15);

    /// <summary>Whether what was asked for at these times may have other values by now. Without a word of Garmin's: yes.</summary>
    public async Task<bool> MayChangeAsync(IReadOnlyCollection<DateTimeOffset> askedAt, GarminSession session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var first = askedAt.Min();
        return first <= now - Longest || !(await LastUploadAsync(session, cancellationToken) + UntilReckoned <= first);
    }

    private async Task<DateTimeOffset?> LastUploadAsync(GarminSession session, CancellationToken cancellationToken)
    {
        try
        {
            return await garmin.ReadLastUploadAsync(session, cancellationToken);
        }
        catch (GarminException refusal) when (refusal is GarminRejectedException or GarminNotFoundException)
        {
            return null;
        }
    }
}
