using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Outbox;

namespace GarminSync.Consumers.Activities;

/// <summary>The events about activities, with their message ids.</summary>
internal static class ActivityEvents
{
    public static IdentifiedEvent Of(ActivitySynced synced) =>
        new(synced, MessageIds.From(nameof(ActivitySynced), synced.UserId, synced.GarminActivityId, synced.Revision));

    public static IdentifiedEvent Of(ActivityDeleted deleted) =>
        new(deleted, MessageIds.From(nameof(ActivityDeleted), deleted.UserId, deleted.GarminActivityId, deleted.Revision ?? 0));
}
