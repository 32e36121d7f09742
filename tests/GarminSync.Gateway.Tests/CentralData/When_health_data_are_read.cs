using System.Net;
using System.Text.Json;
using CentralDb.Client;

namespace GarminSync.Gateway.Tests.CentralData;

public sealed class When_health_data_are_read
{
    private static async Task<DataGateway> StartAsync()
    {
        var data = await DataGateway.StartAsync();
        HealthMetric Of(string type, double value) => new() { UserId = data.UserId, MetricType = type, Value = value, Unit = "1", Source = "garmin" };
        // 2026-11-01 is a Sunday.
        var days = new[] { (31, 10), (1, 8124), (2, 100), (4, 300) }
            .Select(day => Of("steps", day.Item2) with { Date = day.Item1 == 31 ? new DateOnly(2026, 10, 31) : new DateOnly(2026, 11, day.Item1) });
        var moments = Enumerable.Range(0, 100).Select(minute => Of("heart_rate", 60 + minute) with { Timestamp = new DateTimeOffset(2026, 11, 1, 10, 0, 0, TimeSpan.Zero).AddMinutes(minute) });
        await data.CentralDb.WriteHealthMetricsAsync([.. days, .. moments], TestContext.Current.CancellationToken);
        return data;
    }

    [Theory]
    [InlineData("day", "2026-10-31=10,2026-11-01=8124,2026-11-02=100,2026-11-04=300")]
    [InlineData("week", "2026-10-26=4067,2026-11-02=200")]
    [InlineData("month", "2026-10-01=10,2026-11-01=2841.33")]
    [InlineData("day&from=2026-11-01&to=2026-11-02", "2026-11-01=8124,2026-11-02=100")]
    public async Task Values_of_days_are_put_together(string resolution, string points)
    {
        await using var data = await StartAsync();

        var answer = await data.JsonAsync($"health?metric_type=steps&metric_type=weight&resolution={resolution}");

        var steps = answer.GetProperty("metrics").EnumerateArray().ShouldHaveSingleItem();
        string.Join(',', Points(steps).Select(point => $"{point.GetProperty("date")}={Math.Round(point.GetProperty("value").GetDouble(), 2):0.##}")).ShouldBe(points);
    }

    [Fact]
    public async Task A_curve_has_as_many_points_as_asked_for_and_keeps_its_extremes()
    {
        await using var data = await StartAsync();

        var answer = await data.JsonAsync("health?metric_type=heart_rate&from=2026-11-01&to=2026-11-01&points=48");

        var curve = answer.GetProperty("metrics").EnumerateArray().ShouldHaveSingleItem();
        (curve.GetProperty("daily").GetBoolean(), curve.GetProperty("point_seconds").GetDouble(), curve.GetProperty("unit").GetString()).ShouldBe((false, 1800, "1"));
        Points(curve).Select(point => point.GetProperty("count").GetInt32()).ShouldBe([30, 30, 30, 10]);
        Points(curve)[0].GetRawText().ShouldBe("""{"timestamp":"2026-11-01T10:00:00+00:00","value":74.5,"min":60,"max":89,"first":60,"last":89,"count":30}""");
    }

    [Fact]
    public async Task A_moment_may_have_a_zone()
    {
        await using var data = await StartAsync();

        var answer = await data.JsonAsync("health?metric_type=heart_rate&from=2026-11-01T11:10:00%2B01:00&to=2026-11-01T10:11:00Z");

        Points(answer.GetProperty("metrics")[0]).Sum(point => point.GetProperty("count").GetInt32()).ShouldBe(2);
    }

    [Fact]
    public async Task The_latest_of_each_is_told()
    {
        await using var data = await StartAsync();

        var answer = await data.JsonAsync("health/latest");

        answer.GetProperty("metrics").GetRawText().ShouldBe("""
            [{"metric_type":"heart_rate","timestamp":"2026-11-01T11:39:00+00:00","date":null,"value":159,"unit":"1","first_date":"2026-11-01"},
            {"metric_type":"steps","timestamp":null,"date":"2026-11-04","value":300,"unit":"1","first_date":"2026-10-31"}]
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task A_day_begins_by_the_clock_of_the_athlete_and_has_its_night()
    {
        await using var data = await DataGateway.StartAsync();
        HealthMetric Of(string type, double value, string details) =>
            new() { UserId = data.UserId, MetricType = type, Value = value, Unit = "1", Source = "garmin", Details = JsonElement.Parse(details) };
        HealthMetric Stage(double stage, string start, string end) => Of("sleep_stage", stage, $$"""{"end":"{{end}}","date":"2026-11-22"}""") with
        {
            Timestamp = DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture),
        };
        await data.CentralDb.WriteHealthMetricsAsync(
            [
                Of("sleep_duration", 25_200, """{"start":"2026-11-21T14:10:00Z","end":"2026-11-21T22:00:00Z","utc_offset_seconds":32400}""") with { Date = new DateOnly(2026, 11, 22) },
                Stage(1, "2026-11-21T14:10:00Z", "2026-11-21T15:00:00Z"),
                Stage(0, "2026-11-21T15:00:00Z", "2026-11-21T16:30:00Z"),
                Of("sleep_stage", 2, """{"end":"2026-11-21T03:00:00Z","date":"2026-11-21"}""") with { Timestamp = new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero) },
            ],
            TestContext.Current.CancellationToken);

        var day = await data.JsonAsync("health/day?date=2026-11-22");

        day.GetRawText().ShouldBe($$$"""
            {"user_id":"{{{data.UserId}}}","date":"2026-11-22","start":"2026-11-21T15:00:00+00:00","end":"2026-11-22T15:00:00+00:00","utc_offset_seconds":32400,"utc_offset_seconds_at_end":null,
            "night":{"start":"2026-11-21T14:10:00+00:00","end":"2026-11-21T22:00:00+00:00","stages":[
            {"stage":"light","start":"2026-11-21T14:10:00+00:00","end":"2026-11-21T15:00:00+00:00"},
            {"stage":"deep","start":"2026-11-21T15:00:00+00:00","end":"2026-11-21T16:30:00+00:00"}]}}
            """.ReplaceLineEndings(""));
    }

    [Theory]
    [InlineData(3600, 7200, "2026-03-28T23:00:00+00:00", "2026-03-29T22:00:00+00:00")]
    [InlineData(7200, 3600, "2026-03-28T22:00:00+00:00", "2026-03-29T23:00:00+00:00")]
    public async Task A_day_on_which_the_clock_was_changed_is_shorter_or_longer(int offset, int atEnd, string start, string end)
    {
        await using var data = await DataGateway.StartAsync();
        await data.CentralDb.WriteHealthMetricsAsync(
            [
                new HealthMetric
                {
                    UserId = data.UserId,
                    MetricType = "sleep_duration",
                    Date = new DateOnly(2026, 3, 29),
                    Value = 1,
                    Unit = "s",
                    Source = "garmin",
                    Details = JsonElement.Parse($$"""{"utc_offset_seconds":{{offset}},"utc_offset_seconds_at_end":{{atEnd}}}"""),
                },
            ],
            TestContext.Current.CancellationToken);

        var day = await data.JsonAsync("health/day?date=2026-03-29");

        (day.GetProperty("start").GetString(), day.GetProperty("end").GetString()).ShouldBe((start, end));
    }

    [Theory]
    [InlineData(54_000)]
    [InlineData(-50_401)]
    [InlineData(3_601)]
    [InlineData(int.MaxValue)]
    public async Task An_offset_that_no_clock_has_is_passed_over(int offset)
    {
        await using var data = await DataGateway.StartAsync();
        await data.CentralDb.WriteHealthMetricsAsync(
            [
                new HealthMetric
                {
                    UserId = data.UserId,
                    MetricType = "sleep_duration",
                    Date = new DateOnly(2026, 3, 29),
                    Value = 1,
                    Unit = "s",
                    Source = "garmin",
                    Details = JsonElement.Parse($$"""{"utc_offset_seconds":{{offset}}}"""),
                },
            ],
            TestContext.Current.CancellationToken);

        var day = await data.JsonAsync("health/day?date=2026-03-29");

        (day.GetProperty("start").ValueKind, day.GetProperty("utc_offset_seconds").ValueKind).ShouldBe((JsonValueKind.Null, JsonValueKind.Null));
    }

    [Fact]
    public async Task A_day_of_which_nothing_is_stored_has_no_clock_and_no_night()
    {
        await using var data = await DataGateway.StartAsync();

        var day = await data.JsonAsync("health/day?date=2026-11-22");

        (day.GetProperty("start").ValueKind, day.GetProperty("night").ValueKind).ShouldBe((JsonValueKind.Null, JsonValueKind.Null));
    }

    [Theory]
    [InlineData("health/day", "date is required")]
    [InlineData("health/day?date=22.11.2026", "date must be a day")]
    [InlineData("health", "metric_type is required")]
    [InlineData("health?metric_type=steps&resolution=hour", "resolution must be one of")]
    [InlineData("health?metric_type=steps&resolution=week&from=2026-11-01T10:00:00Z", "from must be a day")]
    [InlineData("health?metric_type=steps&from=11/22/2026", "from must be a day such as")]
    [InlineData("health?metric_type=steps&from=2026-11-02&to=2026-11-01", "to must not be before from")]
    [InlineData("health?metric_type=steps&points=2001", "points must be")]
    public async Task What_is_not_allowed_is_said(string path, string detail)
    {
        await using var data = await StartAsync();

        (await data.RefusalAsync(path, HttpStatusCode.UnprocessableEntity)).ShouldContain(detail);
    }

    private static IReadOnlyList<JsonElement> Points(JsonElement metric) => [.. metric.GetProperty("points").EnumerateArray()];
}
