using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>The answers about body battery.</summary>
internal static class BodyBatteryBodies
{
    public const double Version = 3;

    private const string Index = "bodyBatteryValueDescriptorIndex";
    private const string Key = "bodyBatteryValueDescriptorKey";

    public static IReadOnlyList<Dictionary<string, object>> WideDescriptors { get; } =
        Descriptors.Of(Index, Key, "timestamp", "bodyBatteryStatus", "bodyBatteryLevel", "bodyBatteryVersion");

    /// <summary>Only where the level turns. A day of the history without data has a row with nulls.</summary>
    public static object Reports(Athlete athlete, HealthRange range) => athlete.Health.Device == HealthDevice.None ? [] : range.Days.Select(day =>
    {
        var end = day.Measured ? day.MeasuredUntil : day.End;
        return new
        {
            date = GarminTime.Day(day.Day),
            charged = day.BodyBattery?.Charged,
            drained = day.BodyBattery?.Drained,
            startTimestampGMT = Envelope.Gmt(day.Start),
            endTimestampGMT = Envelope.Gmt(end),
            startTimestampLocal = Envelope.Local(athlete, day.Start),
            endTimestampLocal = Envelope.Local(athlete, end),
            bodyBatteryValuesArray = day.BodyBattery is { } battery ? StressBodies.Rows(battery.Turns) : [],
            bodyBatteryValueDescriptorDTOList = Descriptors.Of(Index, Key, "timestamp", "bodyBatteryLevel"),
        };
    });

    public static object Range(Athlete athlete, HealthRange range) => range.Measured.Select(day => new
    {
        calendarDate = GarminTime.Day(day.Day),
        values = new { lowBodyBattery = day.BodyBattery!.Low, highBodyBattery = day.BodyBattery.High },
    });

    public static object EventsOf(Athlete athlete, HealthDay day) => Events(day).Select(change =>
    {
        var stress = (day.Night?.Stress ?? []).Where(reading => change.Contains(reading.Time)).ToList();
        var battery = (day.Night?.BodyBattery ?? []).Where(reading => change.Contains(reading.Time)).ToList();
        return new
        {
            @event = Event(athlete, change),
            activityName = (string?)null,
            activityType = (string?)null,
            activityId = (long?)null,
            averageStress = stress.Count == 0 ? (double?)null : Math.Round(stress.Average(reading => reading.Value!.Value), 1),
            stressValueDescriptorsDTOList = Descriptors.Of("index", "key", "timestamp", "stressLevel"),
            stressValuesArray = StressBodies.Rows(stress),
            bodyBatteryValueDescriptorsDTOList = WideDescriptors,
            bodyBatteryValuesArray = WideRows(day, battery),
        };
    });

    public static IEnumerable<object[]> WideRows(HealthDay day, IEnumerable<Reading> readings) =>
        readings.Select(reading => new object[] { reading.Milliseconds, day.Signals.OffWrist(reading.Time) ? "MODELED" : "MEASURED", reading.Value!.Value, Version });

    /// <summary>What charged the body battery: the night.</summary>
    public static IReadOnlyList<Window> Events(HealthDay day) => day.Night is { } night ? [new Window(night.Start, night.End)] : [];

    public static object Event(Athlete athlete, Window change) => new
    {
        eventType = "SLEEP",
        eventStartTimeGmt = Seconds(change.From),
        timezoneOffset = (long)athlete.Health.Calendar.OffsetAt(change.From).TotalMilliseconds,
        durationInMilliseconds = (long)(change.To - change.From).TotalMilliseconds,
        bodyBatteryImpact = athlete.Health.Day(athlete.Health.Calendar.DayOf(change.To)).Night!.BodyBatteryChange,
        feedbackType = "NONE",
        shortFeedback = "NONE",
    };

    public static object Feedback(DateTimeOffset time, int level) => new
    {
        eventTimestampGmt = Seconds(time),
        bodyBatteryLevel = level >= 60 ? "HIGH" : level >= 30 ? "MODERATE" : "LOW",
        feedbackShortType = "SLEEP_TIME_PASSED_RECOVERING_AND_EXERCISE",
        feedbackLongType = "SLEEP_TIME_PASSED_RECOVERING_AND_EXERCISE",
    };

    private static string Seconds(DateTimeOffset time) => $"{time.UtcDateTime:yyyy-MM-ddTHH:mm:ss}";
}
