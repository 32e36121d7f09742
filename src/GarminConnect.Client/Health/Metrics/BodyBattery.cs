using System.Text.Json;

namespace GarminConnect.Client.Health;

/// <remarks>
/// Charged and drained are a metric of their own, apart from the levels, because Garmin has a range for each of the two and none for both:
/// as one metric, every range would leave half of it out.
/// </remarks>
internal static class BodyBattery
{
    private const string Start = "eventStartTimeGmt";
    private const string LocalStart = "eventStartTimeLocal";

    private static readonly MetricValueType Charged = new("body_battery_charged", "1");
    private static readonly MetricValueType Drained = new("body_battery_drained", "1");
    private static readonly MetricValueType Highest = new("body_battery_highest", "1") { Highest = 100 };
    private static readonly MetricValueType Lowest = new("body_battery_lowest", "1") { Highest = 100 };
    private static readonly MetricValueType AtWake = new("body_battery_at_wake", "1");
    private static readonly MetricValueType Level = new("body_battery", "1") { Highest = 100 };
    private static readonly MetricValueType Impact = new("body_battery_event_impact", "1") { Lowest = -100, Highest = 100 };

    public static Metric Change { get; } = new() { Name = "body_battery", Description = "Body battery charged and drained", Values = [Charged, Drained] };

    public static Metric Levels { get; } = new()
    {
        Name = "body_battery_levels",
        Description = "Body battery (0 to 100): highest and lowest",
        Values = [Highest, Lowest],
    };

    /// <summary>Apart from the rest, because only the call per day has it.</summary>
    public static Metric AtWaking { get; } = new()
    {
        Name = "body_battery_at_wake",
        Description = "Body battery (0 to 100) at waking",
        Detail = MetricDetail.Intraday,
        Values = [AtWake],
    };

    public static Metric Intraday { get; } = new()
    {
        Name = "body_battery_intraday",
        Description = "Body battery (0 to 100) through the day",
        Detail = MetricDetail.Intraday,
        IsCurve = true,
        Values = [Level],
    };

    public static Metric Events { get; } = new()
    {
        Name = "body_battery_events",
        Description = "What charged or drained body battery, by how much: sleep, activities, recovery",
        Detail = MetricDetail.Intraday,
        Values = [Impact],
    };

    public static IReadOnlyList<IValueSource> ChangeInSummary { get; } =
        [new Field(Charged, "bodyBatteryChargedValue"), new Field(Drained, "bodyBatteryDrainedValue")];

    public static IReadOnlyList<IValueSource> LevelsInSummary { get; } =
        [new Field(Highest, "bodyBatteryHighestValue"), new Field(Lowest, "bodyBatteryLowestValue")];

    public static IReadOnlyList<IValueSource> AtWakingInSummary { get; } = [new Field(AtWake, "bodyBatteryAtWakeTime")];

    public static IReadOnlyList<IValueSource> EventsInSummary { get; } = [EventsAt("bodyBatteryActivityEventList", "")];

    public static IReadOnlyList<IValueSource> ChangeInGraphQl { get; } =
        [new Field(Charged, "bodyBattery.chargedValue"), new Field(Drained, "bodyBattery.drainedValue")];

    public static IReadOnlyList<IValueSource> LevelsInGraphQl { get; } =
        [new Field(Highest, "bodyBattery.maxValue"), new Field(Lowest, "bodyBattery.minValue")];

    /// <summary>Without the activity of an event, which is told by its time then.</summary>
    public static IReadOnlyList<IValueSource> EventsInGraphQl { get; } =
    [
        new Moments("bodyBattery.activityEvents", Start, new Field(Impact, "bodyBatteryImpact"))
        {
            Offset = (entry, _) => UtcOffset.Between(entry, Start, LocalStart),
            DayOf = (entry, _) => AnswerTime.DayOfTime(AnswerTime.Utc(entry, LocalStart)),
            Details = RowDetails.Of(("event", "eventType"), ("duration_milliseconds", "durationInMillis"), ("feedback", "feedbackType")),
        },
    ];

    public static Curve CurveBesideStress { get; } = new(Level, "bodyBatteryValuesArray", 2)
    {
        Described = ("bodyBatteryValueDescriptorsDTOList", "bodyBatteryLevel"),
        NeverAllZero = true,
    };

    public static MetricEndpoint ChangeRange { get; } = new(
        "body_battery_range",
        // Clients ask for 28 to 31 days; the cap is unknown.
        28,
        EndpointProof.Recorded,
        Calls.Get("wellness-service/wellness/bodyBattery/reports/daily?startDate={from}&endDate={to}", "body battery of a range of days"),
        new MetricAnswer(Change, DayRows.List(day: "date"), new Field(Charged, "charged"), new Field(Drained, "drained")),
        // It has the points where the curve turns: the highest and the lowest of the day are among them.
        new MetricAnswer(Levels, DayRows.List(day: "date"), new Extremes(Highest, Lowest, "bodyBatteryValuesArray")));

    public static MetricEndpoint LevelsRange { get; } = new(
        "body_battery_levels_range",
        28,
        EndpointProof.Unverified,
        Calls.Get("usersummary-service/stats/bodybattery/daily/{from}/{to}", "the levels of body battery of a range of days"),
        new MetricAnswer(Levels, DayRows.List(), new Field(Highest, "values.highBodyBattery"), new Field(Lowest, "values.lowBodyBattery")));

    public static MetricEndpoint EventsDay { get; } = new(
        "body_battery_events_day",
        1,
        EndpointProof.Recorded,
        Calls.Get("wellness-service/wellness/bodyBattery/events/{day}", "what charged and drained body battery on a day"),
        new MetricAnswer(Events, DayRows.ListOfOneDay(), EventsAt("", "event.")));

    /// <param name="list">The path of the list.</param>
    /// <param name="prefix">Where, in an entry, the members of the event are; those of the activity are in the entry itself.</param>
    private static Moments EventsAt(string list, string prefix) => new(list, $"{prefix}eventStartTimeGmt", new Field(Impact, $"{prefix}bodyBatteryImpact"))
    {
        Offset = (entry, _) => OffsetOf(entry, prefix),
        // That of the start: a night may be listed under both of its days.
        DayOf = (entry, _) => AnswerTime.DayOfTime(AnswerTime.Utc(entry, $"{prefix}eventStartTimeGmt")?.AddSeconds(OffsetOf(entry, prefix)?.Seconds ?? 0)),
        Details = RowDetails.Of(
            ("event", $"{prefix}eventType"),
            ("duration_milliseconds", $"{prefix}durationInMilliseconds"),
            ("feedback", $"{prefix}feedbackType"),
            ("activity_id", "activityId"),
            ("activity_name", "activityName"),
            ("activity_type", "activityType")),
    };

    private static UtcOffset? OffsetOf(JsonElement entry, string prefix) =>
        LenientJson.At(entry, $"{prefix}timezoneOffset") is { } offset ? UtcOffset.Of(LenientJson.Number(offset) / 1000) : null;
}
