using GarminSync.Contracts;
using GarminSync.Outbox;

namespace GarminSync.Consumers.Activities;

/// <summary>The ids of the events about activities. They say what happened, so that a subscriber that sees one twice can tell.</summary>
internal static class ActivityMessageIds
{
    public static Guid Of(ActivitySynced synced) => MessageIds.From(nameof(ActivitySynced), synced.UserId, synced.GarminActivityId, synced.Revision);

    public static Guid Of(ActivityDeleted deleted) => MessageIds.From(nameof(ActivityDeleted), deleted.UserId, deleted.GarminActivityId, deleted.Revision ?? 0);
}
