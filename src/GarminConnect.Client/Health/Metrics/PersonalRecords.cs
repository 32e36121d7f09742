namespace GarminConnect.Client.Health;

/// <summary>Records by Garmin's number of their kind. Those of strength training are left out: nobody has documented their units.</summary>
internal static class PersonalRecords
{
    private static readonly IReadOnlyDictionary<int, MetricValueType> Types = new Dictionary<int, MetricValueType>
    {
        [1] = new("record_run_1_km", "s") { FromDevice = false },
        [2] = new("record_run_1_mile", "s") { FromDevice = false },
        [3] = new("record_run_5_km", "s") { FromDevice = false },
        [4] = new("record_run_10_km", "s") { FromDevice = false },
        [5] = new("record_run_half_marathon", "s") { FromDevice = false },
        [6] = new("record_run_marathon", "s") { FromDevice = false },
        [7] = new("record_longest_run", "m") { FromDevice = false },
        [8] = new("record_longest_ride", "m") { FromDevice = false },
        [9] = new("record_most_ascent_ride", "m") { FromDevice = false },
        [10] = new("record_best_20_min_power", "W") { FromDevice = false },
        [11] = new("record_ride_40_km", "s") { FromDevice = false },
        [12] = new("record_most_steps_day", "1") { FromDevice = false },
        [13] = new("record_most_steps_week", "1") { FromDevice = false },
        [14] = new("record_most_steps_month", "1") { FromDevice = false },
        [15] = new("record_longest_goal_streak", "1") { FromDevice = false },
        [16] = new("record_current_goal_streak", "1") { FromDevice = false },
        [17] = new("record_longest_swim", "m") { FromDevice = false },
        [18] = new("record_swim_100_m", "s") { FromDevice = false },
        [19] = new("record_swim_100_yd", "s") { FromDevice = false },
        [20] = new("record_swim_400_m", "s") { FromDevice = false },
        [21] = new("record_swim_500_yd", "s") { FromDevice = false },
        [22] = new("record_swim_750_m", "s") { FromDevice = false },
        [23] = new("record_swim_1000_m", "s") { FromDevice = false },
        [24] = new("record_swim_1000_yd", "s") { FromDevice = false },
        [25] = new("record_swim_1500_m", "s") { FromDevice = false },
        [26] = new("record_swim_1650_yd", "s") { FromDevice = false },
    };

    public static Metric Current { get; } = new()
    {
        Name = "personal_records",
        Description = "Personal records, each at the time when it was set",
        Values = [.. Types.Values],
        ServesFor = SlowMetrics.ServesFor,
        OnlyLatest = true,
    };

    public static MetricEndpoint All { get; } = new(
        "personal_records",
        1,
        EndpointProof.Unverified,
        Calls.Get("personalrecord-service/personalrecord/prs/{name}", "the personal records"),
        new MetricAnswer(Current, DayRows.ListOfOneDay(), [.. Types.Select(type => Of(type.Key, type.Value))]));

    private static Moments Of(int typeId, MetricValueType type) => new("", "prStartTimeGmt", new Field(type, "value"))
    {
        Where = record => LenientJson.Whole(record, "typeId") == typeId,
        // The times of the activity itself, where it is one.
        Offset = (record, _) => UtcOffset.Between(record, "activityStartDateTimeInGMT", "activityStartDateTimeLocal") ?? UtcOffset.Between(record, "prStartTimeGmt", "prStartTimeLocal"),
        // Not the day that was asked for, which is another one each time.
        DayOf = (record, _) => AnswerTime.DayOfTime(AnswerTime.Utc(record, "activityStartDateTimeLocal") ?? AnswerTime.Utc(record, "prStartTimeLocal")),
        Details = RowDetails.Of(("activity_id", "activityId"), ("activity_name", "activityName"), ("activity_type", "activityType")),
    };
}
