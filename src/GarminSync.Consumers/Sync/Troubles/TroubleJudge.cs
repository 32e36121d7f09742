using System.Net;
using CentralDb.Client;
using GarminConnect.Client;
using GarminSync.Bus.Secrets;
using GarminSync.Consumers.Accounts;

namespace GarminSync.Consumers.Sync;

/// <summary>
/// Decides whose trouble a failure is, from the evidence: this item's, this account's, or everybody's. (That Garmin refuses one endpoint of health data to an account
/// is decided in the ledger of metrics, which knows the endpoints.) Only what is the item's counts as a failure; everything else waits.
/// </summary>
/// <remarks>docs/decisions/0025-whose-trouble-it-is.md.</remarks>
internal sealed class TroubleJudge(GarminConnectClient garmin, Outages outages, TimeProvider clock)
{
    /// <summary>Null for unexpected exceptions, which go to the error queue.</summary>
    /// <param name="exception">What ended the work.</param>
    /// <param name="session">The account's session; null when it could not be opened.</param>
    /// <param name="began">When the work began: answers since then are evidence.</param>
    /// <param name="cancellationToken">Ends the call by which Garmin may be asked whether it is there.</param>
    public async Task<Trouble?> JudgeAsync(Exception exception, GarminSession? session, DateTimeOffset began, CancellationToken cancellationToken) => exception switch
    {
        GarminRateLimitedException limited => new(TroubleAction.WaitOutRateLimit, limited.Message, limited.Until, limited.IsGuess),
        GarminSignInNeededException needed => new(TroubleAction.WaitForLogin, needed.Message),
        LoginBlockedException blocked => new(TroubleAction.Wait, blocked.Message, blocked.Until),
        // The tokens that an account has may be good for hours yet, and those of the others are.
        GarminUnreachableException { ConcernsTokens: true } unreachable => Wait(unreachable.Message),
        GarminUnreachableException { IsNoConnection: true } unreachable => Everybody(Outage.Garmin, unreachable.Message, began),
        GarminUnreachableException unreachable => await OfGarminAsync(new(TroubleAction.TryAgain, unreachable.Message), session, began, cancellationToken),
        GarminRejectedException refused => await OfGarminAsync(new(TroubleAction.GiveUp, refused.Message), session, began, cancellationToken),
        GarminNotFoundException missing => new(TroubleAction.GiveUp, missing.Message),
        CentralDbRejectedException { Status: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } or CentralDbUnreachableException => Everybody(Outage.CentralDb, exception.Message, began),
        CentralDbRejectedException => new(TroubleAction.GiveUp, exception.Message),
        // Another process may have the key, or room on its disk. And the item could do nothing about it.
        UnsealException => Wait(exception.Message),
        IOException or UnauthorizedAccessException => Wait($"A file could not be written on the machine of the consumers: {exception.Message}"),
        _ => null,
    };

    /// <summary>For who has other ways than to give the item up. Null: Garmin answers the account right after, so that the failure is the call's own. Else what it has to wait for.</summary>
    /// <param name="failure">Of a call, whatever kind it is.</param>
    /// <param name="session">The account's session.</param>
    /// <param name="began">When the call began.</param>
    /// <param name="cancellationToken">Ends the call by which Garmin is asked whether it is there.</param>
    public async Task<Trouble?> WaitsAsync(GarminException failure, GarminSession session, DateTimeOffset began, CancellationToken cancellationToken) =>
        await OfGarminAsync(new(TroubleAction.GiveUp, failure.Message), session, began, cancellationToken) is { Waits: true } waits ? waits : null;

    /// <summary>The item's own trouble when Garmin answers another call of the account right after; else the account's or everybody's.</summary>
    private async Task<Trouble> OfGarminAsync(Trouble itsOwn, GarminSession? session, DateTimeOffset began, CancellationToken cancellationToken)
    {
        if (session is null)
        {
            return Everybody(Outage.Garmin, itsOwn.Reason, began);
        }

        // Not what was answered before: Garmin may have gone away in between.
        return await AskAsync(session, cancellationToken) switch
        {
            null => itsOwn,
            // Something is there, and wants nothing to do with this account.
            GarminRejectedException or GarminNotFoundException or GarminUnreachableException { RefusesTokens: true } => Wait(itsOwn.Reason),
            GarminUnreachableException { ConcernsTokens: false } when outages.GarminAnsweredAnother(session.AccountKey, began) => Wait(itsOwn.Reason),
            GarminUnreachableException { ConcernsTokens: false } => Everybody(Outage.Garmin, itsOwn.Reason, began),
            var other => await JudgeAsync(other, session, began, cancellationToken) ?? itsOwn,
        };
    }

    /// <summary>The cheapest call there is. Null: Garmin answers it. Else what stopped it, which may be the renewal of the tokens.</summary>
    private async Task<Exception?> AskAsync(GarminSession session, CancellationToken cancellationToken)
    {
        try
        {
            await garmin.GetProfileAsync(session, cancellationToken);
            return null;
        }
        catch (Exception exception) when (
            exception is GarminException or LoginBlockedException or CentralDbUnreachableException or CentralDbRejectedException or UnsealException)
        {
            return exception;
        }
    }

    private Trouble Everybody(string service, string reason, DateTimeOffset began) => Wait(reason, outages.Begin(service, reason, began));

    private Trouble Wait(string reason, DateTimeOffset? until = null) => new(TroubleAction.Wait, reason, until ?? clock.GetUtcNow(), IsOutage: true);
}
