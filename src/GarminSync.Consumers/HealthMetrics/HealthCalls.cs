using GarminConnect.Client;
using GarminConnect.Client.Health;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Sync;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>What the calls of every order are made and judged with.</summary>
internal sealed record HealthCalls(GarminHealth Garmin, AthleteProfiles Athletes, TroubleJudge Judge, TimeProvider Clock)
{
    public AccountCalls Of(string userId, GarminSession session) => new(this, userId, session);
}
