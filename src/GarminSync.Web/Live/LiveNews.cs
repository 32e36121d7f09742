using System.Net;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using GarminSync.Web.Api;

namespace GarminSync.Web.Live;

/// <summary>
/// Says when to look again: at once, and after each event of a stream. Which event it was does not matter, so events that come while somebody still looks are one
/// piece of news; and after a break of the connection there is news, because something may have been missed.
/// </summary>
internal sealed class LiveNews(GarminApi api, TimeProvider clock)
{
    private static readonly TimeSpan ComeBackAfter = TimeSpan.FromSeconds(2);

    // A sync of a year tells of hundreds of activities in a second; nobody reads as fast.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(250);

    /// <summary>What happens to accounts and jobs.</summary>
    /// <param name="userId">Whose; null for all that the person may see.</param>
    public static string OfAccounts(string? userId) =>
        "api/garmin/events?types=GarminAccountLinked,GarminAccountUnlinked,GarminReauthenticationRequired,SyncJoined,SyncStarted,SyncProgressed,SyncCompleted,SyncFailed,SyncCancelled"
        + (userId is null ? "" : $"&user_id={Uri.EscapeDataString(userId)}");

    /// <summary>When a sync of an account has ended and may have brought something.</summary>
    public static string OfCompletedSyncs(string userId) => $"api/garmin/events?types=SyncCompleted&user_id={Uri.EscapeDataString(userId)}";

    public static string OfJob(Guid jobId) => $"api/garmin/sync/jobs/{jobId}/events";

    /// <summary>Ends when the stream does: with its job, or when the person may not read it (any more).</summary>
    public async IAsyncEnumerable<bool> FollowAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = ReadAsync(path, news.Writer, end.Token);
        try
        {
            await foreach (var one in news.Reader.ReadAllAsync(end.Token))
            {
                yield return one;
                await Task.Delay(Breath, clock, end.Token);
            }
        }
        finally
        {
            await end.CancelAsync();
            await reading;
        }
    }

    private async Task ReadAsync(string path, ChannelWriter<bool> news, CancellationToken cancellationToken)
    {
        try
        {
            string? position = null;
            for (var goesOn = true; goesOn;)
            {
                using var answer = await api.OpenAsync(path, position, cancellationToken);
                news.TryWrite(true);
                (goesOn, position) = answer?.StatusCode switch
                {
                    HttpStatusCode.OK => (true, await ReadAsync(answer, position, news, cancellationToken)),
                    HttpStatusCode.Gone => (true, null),
                    null or >= HttpStatusCode.InternalServerError => (true, position),
                    _ => (false, null),
                };
                if (goesOn && answer?.StatusCode != HttpStatusCode.Gone)
                {
                    await Task.Delay(ComeBackAfter, clock, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Nobody looks any more.
        }
        finally
        {
            news.TryComplete();
        }
    }

    /// <returns>The id of the last event.</returns>
    private static async Task<string?> ReadAsync(HttpResponseMessage answer, string? position, ChannelWriter<bool> news, CancellationToken cancellationToken)
    {
        try
        {
            var events = SseParser.Create(await answer.Content.ReadAsStreamAsync(cancellationToken));
            await foreach (var one in events.EnumerateAsync(cancellationToken))
            {
                position = one.EventId ?? position;
                news.TryWrite(true);
            }
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            // The connection broke: it is opened again.
        }

        return position;
    }
}
