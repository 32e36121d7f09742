using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>The curves of a night. In slow storage they are empty.</summary>
internal static class SleepCurves
{
    // A client asks for an hour before and after; the simulator always gives it.
    private const int BufferMinutes = 60;

    public static object Of(Athlete athlete, HealthDay day, Night night)
    {
        var archived = athlete.Health.Archive.Has(day);
        return new
        {
            sleepLevels = archived ? [] : night.Phases.Select(phase => Level(phase.Start, phase.End, (double)phase.Stage)),
            sleepMovement = archived ? [] : Movement(day, night),
            sleepRestlessMoments = archived ? null : night.RestlessMoments.Select(Point),
            restlessMomentsCount = night.RestlessMoments.Count,
            sleepHeartRate = archived ? null : night.HeartRates.Select(Point),
            sleepStress = archived ? null : night.Stress.Select(Point),
            sleepBodyBattery = archived ? null : night.BodyBattery.Select(Point),
            hrvData = archived || day.Variability is null
                ? null
                : day.Variability.Readings.Select(reading => new { value = (double)reading.Value!, startGMT = reading.Milliseconds }),
            wellnessEpochSPO2DataDTOList = archived || !day.Watch ? null : night.Oxygen.Select(reading => new
            {
                userProfilePK = athlete.ProfileId,
                epochTimestamp = Envelope.Gmt(reading.Time),
                deviceId = athlete.DeviceId,
                calendarDate = $"{day.Day:yyyy-MM-dd}T00:00:00.0",
                epochDuration = 60,
                spo2Reading = reading.Value,
                readingConfidence = 4,
            }),
            wellnessEpochRespirationDataDTOList = archived
                ? null
                : night.Breaths.Select(reading => new { startTimeGMT = reading.Milliseconds, respirationValue = (double)reading.Value! }),
            breathingDisruptionData = archived || !day.Watch
                ? null
                : new[] { new { startGMT = night.Start.ToUnixTimeMilliseconds(), endGMT = night.End.ToUnixTimeMilliseconds(), value = 0 } },
        };
    }

    private static object Point(Reading reading) => new { value = reading.Value, startGMT = reading.Milliseconds };

    private static object Level(DateTimeOffset start, DateTimeOffset end, double level) =>
        new { startGMT = Envelope.Gmt(start), endGMT = Envelope.Gmt(end), activityLevel = level };

    private static IEnumerable<object> Movement(HealthDay day, Night night)
    {
        for (var time = night.Start.AddMinutes(-BufferMinutes); time < night.End.AddMinutes(BufferMinutes) && time < day.MeasuredUntil; time = time.AddMinutes(1))
        {
            var asleep = time >= night.Start && time < night.End;
            var chance = day.Plan.Dice.Unit(DiceTopic.Movement, time.ToUnixTimeSeconds());
            yield return Level(time, time.AddMinutes(1), Math.Round(chance * (asleep ? 1.5 : 6), 3));
        }
    }
}
