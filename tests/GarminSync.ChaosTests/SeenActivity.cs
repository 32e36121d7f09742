namespace GarminSync.ChaosTests;

/// <summary>An <c>ActivitySynced</c> as a subscriber saw it.</summary>
internal sealed record SeenActivity(Guid MessageId, string UserId, long GarminActivityId, int Revision);
