using FsCheck;
using FsCheck.Fluent;
using GarminConnect.Client.Health;
using GarminSync.Consumers.HealthMetrics;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.HealthMetrics;

public sealed class When_requests_are_chosen
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    private static DateOnly InFullFrom => Today.AddDays(-4);

    private static IReadOnlyList<Metric> Summary => [.. MetricCatalogue.Metrics.Where(metric => metric.Detail == MetricDetail.Summary)];

    private static IReadOnlyList<MetricEndpoint> WithoutGraphQl =>
        [.. MetricCatalogue.Endpoints.Where(endpoint => !endpoint.Name.EndsWith("_graphql", StringComparison.Ordinal))];

    [Theory]
    [InlineData(30, true, 22)]
    [InlineData(30, false, 40)]
    [InlineData(366, true, 60)]
    [InlineData(366, false, 150)]
    public void All_summary_metrics_of_many_days_take_few(int days, bool graphQl, int most)
    {
        var open = Open(Summary, days);

        var requests = RequestCover.Take(open, graphQl ? MetricCatalogue.Endpoints : WithoutGraphQl, InFullFrom);

        open.None.ShouldBeTrue();
        requests.Count.ShouldBeLessThanOrEqualTo(most);
    }

    [Fact]
    public void The_same_day_again_takes_fewer_still()
    {
        var open = new OpenDays();
        foreach (var metric in Summary.Where(metric => metric.ServesFor == TimeSpan.Zero))
        {
            foreach (var day in Days(metric.SettlesAfterDays + 2))
            {
                open.Add(metric, day);
            }
        }

        RequestCover.Take(open, MetricCatalogue.Endpoints, InFullFrom).Count.ShouldBeLessThanOrEqualTo(8);
    }

    [Fact]
    public void A_part_of_a_metric_closes_no_day_that_a_range_gives_in_full()
    {
        var requests = RequestCover.Take(Open([MetricCatalogue.Get("sleep_details"), MetricCatalogue.Get("sleep")], 28), MetricCatalogue.Endpoints);

        requests.Select(request => (request.Endpoint.Name, string.Join(' ', request.Metrics.Select(metric => metric.Name))))
            .ShouldBe([("sleep_graphql", "sleep_details"), ("sleep_range", "sleep")], ignoreOrder: true);
    }

    [Fact]
    public void The_last_days_are_asked_for_in_full_where_only_a_call_per_day_can_and_the_others_by_range()
    {
        var requests = RequestCover.Take(Open([MetricCatalogue.Get("stress")], 28), WithoutGraphQl, InFullFrom);

        requests.Where(request => request.Endpoint.Name == "daily_summary_day").Select(request => request.Range.From).ShouldBe(Days(5), ignoreOrder: true);
        var rest = requests.Where(request => request.Endpoint.Name == "stress_range").ShouldHaveSingleItem();
        rest.Range.ShouldBe(new DayRange(Today.AddDays(-27), Today.AddDays(-5)));
    }

    [Fact]
    public void The_newest_days_are_asked_for_first()
    {
        var requests = RequestCover.Take(Open(Summary, 365), MetricCatalogue.Endpoints);

        foreach (var endpoint in requests.GroupBy(request => request.Endpoint.Name, request => request.Range, StringComparer.Ordinal))
        {
            endpoint.ShouldBe(endpoint.OrderByDescending(range => range.To));
        }
    }

    [Fact]
    public void What_no_endpoint_answers_stays_open()
    {
        var open = Open(Summary, 3);

        RequestCover.Take(open, []).ShouldBeEmpty();

        Summary.ShouldAllBe(metric => open.Has(metric));
    }

    [Fact]
    public void Thirty_years_are_three_times_the_work_of_ten_and_not_nine_times()
    {
        WorkOf(years: 1);

        (WorkOf(years: 30) / WorkOf(years: 10)).ShouldBeLessThan(4);
    }

    [Fact]
    public void Who_gives_up_is_not_kept_waiting() => Should.Throw<OperationCanceledException>(() =>
        RequestCover.Take(Open(Summary, 30), MetricCatalogue.Endpoints, cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public void Whatever_is_open_is_answered_by_requests_within_their_bounds() => Prop.ForAll(
        Gen.Choose(0, 400).Select(back => Today.AddDays(-back))
            .SelectMany(day => Gen.Elements<Metric>([.. MetricCatalogue.Metrics]).Select(metric => (metric, day)))
            .ListOf().ToArbitrary(),
        questions =>
        {
            var open = new OpenDays();
            foreach (var (metric, day) in questions)
            {
                open.Add(metric, day);
            }

            var requests = RequestCover.Take(open, MetricCatalogue.Endpoints, InFullFrom);

            open.None.ShouldBeTrue();
            requests.ShouldAllBe(request => request.Range.Length <= request.Endpoint.MaxDays && request.Range.Length >= 1);
            foreach (var (metric, day) in questions)
            {
                requests.ShouldContain(request => request.Metrics.Any(asked => asked.Name == metric.Name) && request.Range.Contains(day));
            }
        }).QuickCheckThrowOnFailure();

    /// <summary>What is allocated, which unlike the time is the same on a busy machine.</summary>
    private static double WorkOf(int years)
    {
        var open = Open(Summary, years * 365);
        var before = GC.GetAllocatedBytesForCurrentThread();
        RequestCover.Take(open, MetricCatalogue.Endpoints);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static OpenDays Open(IEnumerable<Metric> metrics, int days)
    {
        var open = new OpenDays();
        foreach (var metric in metrics)
        {
            foreach (var day in Days(metric.OnlyLatest ? 1 : Math.Min(days, metric.LastDays ?? days)))
            {
                open.Add(metric, day);
            }
        }

        return open;
    }

    private static IEnumerable<DateOnly> Days(int count) => Enumerable.Range(0, count).Select(back => Today.AddDays(-back));
}
