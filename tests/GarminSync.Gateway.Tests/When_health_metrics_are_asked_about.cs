using System.Net;
using GarminSync.Contracts;

namespace GarminSync.Gateway.Tests;

public sealed class When_health_metrics_are_asked_about
{
    private const string Coverage = "/api/garmin/accounts/7/coverage";

    [Fact]
    public async Task It_lists_what_can_be_synced()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers
        {
            Metrics = new HealthMetricList
            {
                Metrics =
                [
                    new HealthMetricInfo
                    {
                        Name = "steps",
                        Description = "Steps and their goal",
                        Detail = SyncDetails.Summary,
                        Values = [new HealthMetricValueInfo { MetricType = "step_goal", Unit = "1" }],
                    },
                ],
            },
        });

        (await GetAsync(gateway, "/api/garmin/metrics", HttpStatusCode.OK)).ShouldBe(
            """{"metrics":[{"name":"steps","description":"Steps and their goal","detail":"summary","values":[{"metric_type":"step_goal","unit":"1"}]}]}""");
    }

    [Fact]
    public async Task It_shows_day_by_day_what_is_known_of_each()
    {
        var consumers = new StubConsumers
        {
            Coverage = request => new Coverage
            {
                UserId = request.UserId,
                From = "2026-02-28",
                To = "2026-03-01",
                Spans =
                [
                    new CoverageSpan { Metric = "steps", From = "2026-02-28", To = "2026-03-01", State = CoverageStates.Stored },
                    new CoverageSpan { Metric = "sleep", From = "2026-02-28", To = "2026-02-28", State = CoverageStates.NeverAsked },
                    new CoverageSpan { Metric = "sleep", From = "2026-03-01", To = "2026-03-01", State = CoverageStates.Failed, Reason = "no list" },
                ],
                Activities =
                [
                    new ActivityCoverageDay
                    {
                        Date = "2026-03-01",
                        Stored = 2,
                        GivenUp = [new GivenUpActivityInfo { GarminActivityId = 5, Reason = "no file", Times = 2, NextTryAt = new DateTimeOffset(2026, 3, 4, 8, 0, 0, TimeSpan.Zero) }],
                    },
                ],
            },
        };
        await using var gateway = await GatewayHost.StartAsync(consumers);

        (await GetAsync(gateway, Coverage + "?from=2026-02-28&to=2026-03-01", HttpStatusCode.OK)).ShouldBe("""
            {"user_id":"7","from":"2026-02-28","to":"2026-03-01","days":[
            {"date":"2026-02-28","metrics":{"steps":"stored","sleep":"never_asked"},"failures":{},"activities":{"stored":0,"given_up":[]}},
            {"date":"2026-03-01","metrics":{"steps":"stored","sleep":"failed"},"failures":{"sleep":"no list"},"activities":{"stored":2,"given_up":[{"garmin_activity_id":5,"reason":"no file","times":2,"next_try_at":"2026-03-04T08:00:00+00:00"}]}}],
            "activities_without_day":{"stored":0,"given_up":[]}}
            """.ReplaceLineEndings(""));
        consumers.Received<GetCoverage>().ShouldHaveSingleItem().ShouldBe(new GetCoverage { UserId = "7", From = "2026-02-28", To = "2026-03-01" });
    }

    [Theory]
    [InlineData(SyncRefusals.NotLinked, HttpStatusCode.NotFound)]
    [InlineData(SyncRefusals.InvalidRequest, HttpStatusCode.UnprocessableEntity)]
    public async Task It_says_why_there_is_no_coverage_to_show(string reason, HttpStatusCode status)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers { Coverage = _ => new SyncRefused { Reason = reason, Detail = "a reason" } });

        (await GetAsync(gateway, Coverage, status)).ShouldContain("detail");
    }

    private static async Task<string> GetAsync(GatewayHost gateway, string path, HttpStatusCode status)
    {
        using var answer = await gateway.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(status);
        return await answer.TextAsync();
    }
}
