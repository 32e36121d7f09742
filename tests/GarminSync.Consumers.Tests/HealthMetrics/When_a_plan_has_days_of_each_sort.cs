using GarminConnect.Client.Health;
using GarminSync.Consumers.HealthMetrics;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.HealthMetrics;

/// <summary>Days to ask for, days that may still get values, and days that were given up and are left alone.</summary>
public sealed class When_a_plan_has_days_of_each_sort
{
    private static readonly DateOnly First = new(2026, 3, 1);
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 8, 0, 0, TimeSpan.Zero);
    private static readonly MetricEndpoint Endpoint = MetricCatalogue.Endpoints.First(endpoint => endpoint is { Metrics.Count: > 1, MaxDays: > 5 });
    private static readonly (Metric A, Metric B) Metrics = (Endpoint.Metrics[0], Endpoint.Metrics[1]);

    [Theory]
    [InlineData("AAA", "...", "1-3")]
    [InlineData("A.A", "...", "1-3")] // a day in between costs nothing
    [InlineData("ArA", "...", "1 3")]
    [InlineData("A.A", ".r.", "1 3")]
    [InlineData("AAA", ".r.", "1-3")] // it is asked for of the other metric anyway
    [InlineData("Arr", "..r", "1")]
    [InlineData("r.A", "...", "2-3")] // the second day is in the range that is asked for
    public void A_range_leaves_out_what_was_given_up(string ofOne, string ofOther, string asked)
    {
        var planned = new PlannedDays();
        foreach (var (metric, days) in new[] { (Metrics.A, ofOne), (Metrics.B, ofOther) })
        {
            for (var day = 0; day < days.Length; day++)
            {
                (days[day] switch { 'A' => planned.Open, 'r' => planned.Resting, _ => null })?.Add(metric, First.AddDays(day));
            }
        }

        var requests = planned.Shaped(new MetricRequest(Endpoint, new DayRange(First, First.AddDays(2)), [Metrics.A, Metrics.B]));

        string.Join(' ', requests.Select(request => request.Range.Length == 1 ? $"{Number(request.Range.From)}" : $"{Number(request.Range.From)}-{Number(request.Range.To)}")).ShouldBe(asked);
    }

    [Fact]
    public void A_range_without_a_day_to_ask_for_is_not_asked()
    {
        var planned = new PlannedDays();
        planned.Provisional.Add(Metrics.A, First);
        planned.Resting.Add(Metrics.A, First.AddDays(1));
        planned.Open.Add(Metrics.A, First.AddDays(2));

        planned.Shaped(new MetricRequest(Endpoint, new DayRange(First.AddDays(2), First.AddDays(2)), [Metrics.A])).ShouldHaveSingleItem().Range.Length.ShouldBe(1);
    }

    [Fact]
    public void A_range_reaches_back_to_what_may_still_get_values_as_far_as_the_endpoint_answers_at_once()
    {
        var planned = new PlannedDays();
        var last = First.AddDays(Endpoint.MaxDays);
        planned.Provisional.Add(Metrics.A, First);
        planned.Provisional.Add(Metrics.B, First.AddDays(1));

        var request = planned.Shaped(new MetricRequest(Endpoint, new DayRange(last, last), [Metrics.A, Metrics.B])).ShouldHaveSingleItem();

        request.Range.ShouldBe(new DayRange(First.AddDays(1), last));
    }

    [Theory]
    [InlineData(1, false, null, MetricDayState.Empty, "provisional")]
    [InlineData(0, false, null, MetricDayState.Empty, "provisional")]
    [InlineData(1, false, "given up", MetricDayState.Failed, "resting")]
    [InlineData(0, false, "given up", MetricDayState.Failed, "open")]
    [InlineData(1, true, "given up", MetricDayState.Failed, "open")]
    [InlineData(0, false, "given up", MetricDayState.Empty, "nowhere")]
    public void A_day_waits_until_its_next_time(int minutes, bool named, string? reason, object state, string expected)
    {
        var planned = new PlannedDays();
        var row = new SyncedMetricDay { Metric = Metrics.A.Name, Day = First, State = (MetricDayState)state, Reason = reason, AskedAt = Now, NextAskAt = Now.AddMinutes(minutes) };

        var place = planned.Of(row, named, Now, lastSpoken: null, Metrics.A);

        (place is null ? "nowhere" : place == planned.Open ? "open" : place == planned.Resting ? "resting" : "provisional").ShouldBe(expected);
    }

    private static int Number(DateOnly day) => day.DayNumber - First.DayNumber + 1;
}
