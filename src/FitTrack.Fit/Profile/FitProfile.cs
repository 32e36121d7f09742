using System.Collections.Frozen;

namespace FitTrack.Fit.Profile;

/// <summary>The part of the FIT profile that activities need. Its facts are those of the profile that Garmin publishes; whatever is not here is there as numbers.</summary>
internal static class FitProfile
{
    private static readonly FrozenDictionary<ushort, MessageProfile> Messages = new MessageProfile[]
    {
        FileMessages.FileId, FileMessages.FileCreator, FileMessages.DeveloperDataId, FileMessages.FieldDescription,
        ActivityMessages.Activity, ActivityMessages.Sport, ActivityMessages.Event, ActivityMessages.DeviceInfo, ActivityMessages.Hrv, ActivityMessages.Length,
        RecordMessage.Record, LapMessage.Lap, SessionMessage.Session,
    }.ToFrozenDictionary(message => message.Number);

    public static MessageProfile? Find(ushort number) => Messages.GetValueOrDefault(number);
}
