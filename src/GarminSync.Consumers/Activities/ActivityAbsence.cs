using GarminConnect.Client;

namespace GarminSync.Consumers.Activities;

/// <summary>Makes sure that activities which are not listed any more are gone: Garmin is asked for them, one by one. Costs nothing while none is missing.</summary>
internal sealed partial class ActivityAbsence(GarminConnectClient garmin, ILogger<ActivityAbsence> logger)
{
    // What one sync may spend on it. The others stay missing, and are asked for by the next one.
    private const int MostAsked = 20;

    /// <param name="session">Of the account.</param>
    /// <param name="missing">Of the ledger. One that turns out to be there is marked as not missing.</param>
    /// <param name="listed">How many activities the whole list had; null when it was not read whole.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Those that are gone.</returns>
    public async Task<IReadOnlyList<SyncedActivity>> ConfirmAsync(
        GarminSession session, IReadOnlyList<SyncedActivity> missing, int? listed, CancellationToken cancellationToken)
    {
        var gone = new List<SyncedActivity>();
        try
        {
            foreach (var activity in missing.Take(MostAsked))
            {
                if (await IsGoneAsync(session, activity, cancellationToken))
                {
                    gone.Add(activity);
                }
            }

            // Many at once: when each of the sample is gone, and Garmin counts no more than it listed, so are the rest.
            return gone.Count == MostAsked && missing.Count > MostAsked && listed is { } number
                && await garmin.CountActivitiesAsync(session, cancellationToken) is { } count && count.Is(number)
                ? missing
                : gone;
        }
        catch (Exception exception) when (exception is GarminUnreachableException or GarminNotFoundException or GarminRejectedException)
        {
            // Nothing that the rest of the sync has to wait for: what could not be made sure now, the next one asks.
            LogNotSure(missing.Count - gone.Count, exception.Message);
            return gone;
        }
    }

    private async Task<bool> IsGoneAsync(GarminSession session, SyncedActivity activity, CancellationToken cancellationToken)
    {
        try
        {
            await garmin.FindActivityAsync(session, activity.GarminActivityId, cancellationToken);
            activity.Missing = false;
            return false;
        }
        catch (GarminNotFoundException)
        {
            return true;
        }
        catch (GarminRejectedException)
        {
            // It belongs to another account, or is hidden: not gone, as far as anyone can tell.
            return false;
        }
    }

    [LoggerMessage(3105, LogLevel.Warning, "Of {Activities} activities that are missing from Garmin's list it is not sure whether they are gone: {Reason}")]
    private partial void LogNotSure(int activities, string reason);
}
