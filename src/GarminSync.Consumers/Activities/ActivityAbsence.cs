using GarminConnect.Client;

namespace GarminSync.Consumers.Activities;

/// <summary>Asks Garmin, one by one, whether activities that are no longer listed are really gone.</summary>
internal sealed partial class ActivityAbsence(GarminConnectClient garmin, ILogger<ActivityAbsence> logger)
{
    /// <summary>How many activities one sync asks for. The others stay missing, and the next sync asks for them.</summary>
    public const int MostAsked = 20;

    /// <param name="session">Of the account.</param>
    /// <param name="missing">Rows of the ledger. Those that turn out to be there are marked as not missing.</param>
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

            // When all of the sample are gone, and Garmin counts as many activities as it listed, the rest are gone too.
            return gone.Count == MostAsked && missing.Count > MostAsked && listed is { } number
                && await garmin.CountActivitiesAsync(session, cancellationToken) is { } count && count.Is(number)
                ? missing
                : gone;
        }
        catch (Exception exception) when (exception is GarminUnreachableException or GarminNotFoundException or GarminRejectedException)
        {
            // The sync goes on; the next one asks again.
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
            // It belongs to another account, or is hidden; it may still be there. The next listings decide anew, so that it is not asked for at each sync.
            activity.Missing = false;
            return false;
        }
    }

    [LoggerMessage(3105, LogLevel.Warning, "Of {Activities} activities that are missing from Garmin's list it is not sure whether they are gone: {Reason}")]
    private partial void LogNotSure(int activities, string reason);
}
