using GarminSync.Consumers.Accounts;

namespace GarminSync.Consumers.Sync;

/// <summary>What every <see cref="WorkAttempt"/> works with.</summary>
internal sealed record WorkAttempts(GarminSessions Sessions, TroubleJudge Judge, Outages Outages, AccountWorkers Workers, TimeProvider Clock)
{
    public WorkAttempt Of(string userId) => new(this, userId);

    public WorkAttempt Of(IWorkOrder order) => new(this, order.UserId) { TurnsPerRequest = () => Workers.TurnsPerRequest(order) };
}
