using GarminSync.Consumers.Accounts;

namespace GarminSync.Consumers.Sync;

/// <summary>What every <see cref="WorkAttempt"/> works with.</summary>
internal sealed record WorkAttempts(GarminSessions Sessions, TroubleJudge Judge, Outages Outages, TimeProvider Clock)
{
    public WorkAttempt Of(string userId) => new(this, userId);
}
