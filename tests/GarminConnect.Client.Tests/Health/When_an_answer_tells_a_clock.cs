using Shouldly;
using Xunit;
using static GarminConnect.Client.Tests.Health.Reading;

namespace GarminConnect.Client.Tests.Health;

/// <summary>The offset of the athlete's clock is the difference of two times, where that can be one.</summary>
public sealed class When_an_answer_tells_a_clock
{
    private const string Day = "2026-01-27";

    [Theory]
    [InlineData(1769508416496, 1769494016496, ",\"utc_offset_seconds\":14400")]
    [InlineData(1769496720000, 1769475120000, ",\"utc_offset_seconds\":21600")]
    [InlineData(1769494716496, 1769474016496, ",\"utc_offset_seconds\":20700")] // Nepal
    [InlineData(1769494016496, 1769494016496, ",\"utc_offset_seconds\":0")]
    [InlineData(1769472000000, 1769494016496, "")] // MyFitnessPal: midnight, and any time of the day
    [InlineData(1769472000000, 1769468400000, "")] // the same at eleven in the evening
    [InlineData(1769494076496, 1769494016496, "")] // a minute
    public void A_weighing_has_the_offset_of_a_clock_or_none(long date, long timestamp, string offset) =>
        Days("weight_day", $$"""{"startDate":"{{Day}}","dateWeightList":[{"date":{{date}},"weight":74200.0,"sourceType":"X","timestampGMT":{{timestamp}}}]}""", Day)
            .Details("weight", Day, "weight").ShouldBe($$"""{"source":"X","date":"{{Day}}"{{offset}}}""");

    [Theory]
    [InlineData(14400000, ",\"utc_offset_seconds\":14400")]
    [InlineData(14460000, "")]
    [InlineData(54000000, "")]
    public void An_event_too(long offset, string details) =>
        Days("body_battery_events_day", $$"""[{"event":{"eventType":"SLEEP","eventStartTimeGmt":"2026-01-26T19:27:28.0","timezoneOffset":{{offset}},"bodyBatteryImpact":60} }]""", Day)
            .Details("body_battery_events", Day, "body_battery_event_impact").ShouldNotBeNull().ShouldEndWith($"\"2026-01-26\"{details}}}");

    [Fact]
    public void A_curve_that_begins_at_midnight_is_no_weighing() =>
        Days(
            "stress_day",
            """{"calendarDate":"2026-01-27","startTimestampGMT":"2026-01-26T20:00:00.0","startTimestampLocal":"2026-01-27T00:00:00.0","stressValuesArray":[[1769457600000,12]]}""",
            Day).Details("stress_intraday", Day, "stress").ShouldBe("""{"date":"2026-01-27","utc_offset_seconds":14400}""");

    [Fact]
    public void A_record_of_an_activity_has_the_day_and_the_clock_of_the_activity() =>
        Days(
            "personal_records",
            """
            [{"typeId":3,"value":1321.5,"activityId":7,"activityStartDateTimeInGMT":"2023-11-14T22:13:20.0","activityStartDateTimeLocal":"2023-11-15T07:13:20.0",
              "prStartTimeGmt":1700000000000,"prStartTimeLocal":1700003600000}]
            """,
            Day).Details("personal_records", Day, "record_run_5_km").ShouldBe("""{"activity_id":7,"date":"2023-11-15","utc_offset_seconds":32400}""");

    [Fact]
    public void The_end_of_a_stage_and_of_an_interval_is_UTC_and_says_so()
    {
        Days(
            "sleep_day",
            """{"dailySleepDTO":{"calendarDate":"2026-01-27"},"sleepLevels":[{"startGMT":"2026-01-26T23:00:00.0","endGMT":"2026-01-26T23:20:30.0","activityLevel":1.0}]}""",
            Day).Details("sleep_stages_intraday", Day, "sleep_stage").ShouldBe("""{"end":"2026-01-26T23:20:30Z","date":"2026-01-27"}""");
        Days("steps_chart", """[{"startGMT":"2026-01-27T07:00:00.0","endGMT":"2026-01-27T07:15:00.0","steps":812,"primaryActivityLevel":"active"}]""", Day)
            .Details("steps_intraday", Day, "interval_steps").ShouldBe("""{"end":"2026-01-27T07:15:00Z","activity_level":"active","date":"2026-01-27"}""");
    }
}
