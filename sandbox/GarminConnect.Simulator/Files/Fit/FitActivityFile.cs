using GarminConnect.Simulator.Activities;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Files.Fit;

/// <summary>The FIT file that a watch would have written for an activity.</summary>
internal static class FitActivityFile
{
    private const int ActivityFileType = 4;
    private const int Garmin = 1;
    private const int Product = 3113;
    private const int TimerEvent = 0;
    private const int SessionEvent = 8;
    private const int LapEvent = 9;
    private const int ActivityEvent = 26;
    private const int Start = 0;
    private const int Stop = 1;
    private const int StopAll = 4;

    public static byte[] Make(Athlete athlete, Activity activity)
    {
        var writer = new FitWriter();
        var start = FitTime.Of(activity.Start);
        writer.Write(FitMessages.FileId, ActivityFileType, Garmin, Product, athlete.DeviceId, start);
        writer.Write(FitMessages.FileCreator, 2050);
        writer.Write(FitMessages.DeviceInfo, start, 0, Garmin, athlete.DeviceId, Product, 20.50);

        var legs = activity.Record();
        var lapIndex = 0;
        for (var i = 0; i < legs.Count; i++)
        {
            var firstLap = lapIndex;
            WriteRecords(writer, legs[i]);
            foreach (var lap in legs[i].Laps)
            {
                writer.Write(FitMessages.Lap, [.. FitTotals.Of(lap, lapIndex, LapEvent), LapTrigger(legs[i], lapIndex - firstLap), legs[i].Sport.FitSport]);
                lapIndex++;
            }

            WriteSession(writer, legs[i], i, firstLap);
        }

        var end = FitTime.Of(activity.Start.AddSeconds(Math.Floor(activity.Totals.ElapsedSeconds)));
        var localOffset = (activity.StartLocal - activity.Start.UtcDateTime).TotalSeconds;
        writer.Write(FitMessages.Activity, end, activity.Totals.TimerSeconds, legs.Count, legs.Count > 1 ? 1 : 0, ActivityEvent, Stop, end + localOffset);
        return writer.ToArray();
    }

    private static void WriteRecords(FitWriter writer, Leg leg)
    {
        var start = FitTime.Of(leg.Totals.Start);
        var pause = leg.Pause;
        writer.Write(FitMessages.Event, start, TimerEvent, Start);
        foreach (var point in leg.Points)
        {
            var time = start + point.ElapsedSeconds;
            if (point == pause?.After)
            {
                writer.Write(FitMessages.Event, time, TimerEvent, Start);
            }

            writer.Write(
                FitMessages.Record, time, point.Position?.LatitudeSemicircles, point.Position?.LongitudeSemicircles, point.DistanceMeters,
                point.MetersPerSecond, point.AltitudeMeters, point.HeartRate, point.Cadence, point.Watts, point.Celsius);
            if (point == pause?.Before)
            {
                writer.Write(FitMessages.Event, time, TimerEvent, StopAll);
            }
        }

        writer.Write(FitMessages.Event, start + leg.Points[^1].ElapsedSeconds, TimerEvent, StopAll);
    }

    private static void WriteSession(FitWriter writer, Leg leg, int index, int firstLap) => writer.Write(
        FitMessages.Session,
        [
            .. FitTotals.Of(leg.Totals, index, SessionEvent), leg.Sport.FitSport, leg.Sport.FitSubSport, firstLap, leg.Laps.Count, 0,
            leg.Sport.PoolMeters > 0 ? leg.Sport.PoolMeters : null,
        ]);

    /// <summary>2: by distance; 7: the end of the session.</summary>
    private static double LapTrigger(Leg leg, int index) => index == leg.Laps.Count - 1 ? 7 : 2;
}
