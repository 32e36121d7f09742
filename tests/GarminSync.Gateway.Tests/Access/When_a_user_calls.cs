using System.Net;
using GarminSync.Contracts;

namespace GarminSync.Gateway.Tests.Access;

public sealed class When_a_user_calls
{
    private const string Own = "7";
    private static readonly Guid ForeignJob = Guid.Parse("0193b0a1-7c00-7000-8000-000000000002");

    /// <summary>User 7 has the stub's job; user 8 has another one.</summary>
    private static StubConsumers Consumers() => new()
    {
        AboutJob = request => request switch
        {
            GetSyncJob { JobId: var id } when id == ForeignJob => StubConsumers.Job() with { JobId = ForeignJob, UserId = "8" },
            GetSyncJob { JobId: var id } when id != StubConsumers.JobId => new SyncJobNotFound { JobId = id },
            _ => StubConsumers.Job(),
        },
    };

    [Fact]
    public async Task No_route_asks_for_another_users_data()
    {
        var consumers = Consumers();
        await using var gateway = await TokenGateway.StartAsync(consumers);
        using var user = await gateway.UserAsync(Own);
        var before = consumers.All.Count;

        foreach (var (method, pattern) in Routes.Of(gateway.Host).Where(route => route.Pattern.StartsWith("/api", StringComparison.Ordinal)))
        {
            foreach (var (userId, jobId) in new[] { (Own, StubConsumers.JobId), ("8", ForeignJob) })
            {
                using var call = Routes.Call(method, pattern, userId, jobId.ToString());
                using var answer = await user.SendAsync(call, TestContext.Current.CancellationToken);

                if (userId != Own && pattern.Contains('{') && pattern.StartsWith("/api/garmin", StringComparison.Ordinal))
                {
                    answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, $"{method} {pattern}");
                }
            }
        }

        // What a question about a job may be about is decided by its answer; everything else says whom it is about.
        foreach (var request in consumers.All.Skip(before).Where(request => request is not (GetSyncJob or ListHealthMetrics)))
        {
            var about = request switch
            {
                CancelSync cancel => cancel.JobId == StubConsumers.JobId ? Own : "somebody else's job",
                RetryFailedItems retry => retry.JobId == StubConsumers.JobId ? Own : "somebody else's job",
                _ => request.GetType().GetProperty("UserId")?.GetValue(request),
            };
            about.ShouldBe(Own, request.GetType().Name);
        }
    }

    [Theory]
    [InlineData("/api/garmin/sync/status?user_id=8")]
    [InlineData("/api/garmin/sync/jobs?user_id=8")]
    [InlineData("/api/sync/status?user_id=8")]
    [InlineData("/api/garmin/accounts/8")]
    [InlineData("/api/garmin/accounts/8/coverage")]
    [InlineData("/api/garmin/activities?user_id=8")]
    [InlineData("/api/garmin/activities/types?user_id=8")]
    [InlineData("/api/garmin/activities/12/track?user_id=8")]
    [InlineData("/api/garmin/activities/12/revisions?user_id=8")]
    [InlineData("/api/garmin/activities/12/file?user_id=8")]
    [InlineData("/api/garmin/health?user_id=8&metric_type=steps")]
    [InlineData("/api/garmin/health/latest?user_id=8")]
    [InlineData("/api/garmin/workouts?user_id=8")]
    [InlineData("/api/garmin/workouts/tuesday?user_id=8")]
    [InlineData("/api/garmin/health/day?date=2026-11-22&user_id=8")]
    public async Task Another_user_is_answered_as_one_who_does_not_exist(string path)
    {
        await using var gateway = await TokenGateway.StartAsync(Consumers());
        using var user = await gateway.UserAsync(Own);

        using var foreign = await user.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        using var unknown = await user.GetAsync(new Uri(path.Replace("8", "nobody"), UriKind.Relative), TestContext.Current.CancellationToken);

        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await foreign.DetailAsync()).ShouldBe((await unknown.DetailAsync()).Replace("nobody", "8"));
    }

    [Fact]
    public async Task Another_users_job_is_answered_as_one_that_does_not_exist()
    {
        await using var gateway = await TokenGateway.StartAsync(Consumers());
        using var user = await gateway.UserAsync(Own);
        var unknownJob = Guid.NewGuid();

        using var foreign = await user.GetAsync(new Uri($"/api/garmin/sync/jobs/{ForeignJob}", UriKind.Relative), TestContext.Current.CancellationToken);
        using var unknown = await user.GetAsync(new Uri($"/api/garmin/sync/jobs/{unknownJob}", UriKind.Relative), TestContext.Current.CancellationToken);
        using var listed = await user.GetAsync(new Uri($"/api/sync/status?job_id={ForeignJob}", UriKind.Relative), TestContext.Current.CancellationToken);

        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await foreign.DetailAsync()).ShouldBe((await unknown.DetailAsync()).Replace(unknownJob.ToString(), ForeignJob.ToString()));
        (await listed.TextAsync()).ShouldBe("[]");
    }

    [Theory]
    [InlineData("/api/garmin/sync")]
    [InlineData("/api/garmin/sync/activities")]
    [InlineData("/api/garmin/sync/health-metrics")]
    [InlineData("/api/sync/garmin/activities")]
    public async Task A_sync_is_of_the_own_account_alone(string path)
    {
        var consumers = Consumers();
        await using var gateway = await TokenGateway.StartAsync(consumers);
        using var user = await gateway.UserAsync(Own);

        using var unnamed = await user.PostJsonAsync(path, "{}");
        using var own = await user.PostJsonAsync(path, """{"user_id": "7"}""");
        using var foreign = await user.PostJsonAsync(path, """{"user_id": "8"}""");

        unnamed.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        own.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        consumers.Received<SyncRequested>().Select(request => request.UserId).ShouldBe([Own, Own]);
    }

    [Theory]
    [InlineData("/api/garmin/login")]
    [InlineData("/api/garmin/login/mfa")]
    [InlineData("/api/garmin/login/ticket")]
    [InlineData("/api/garmin/login/tokens")]
    [InlineData("/api/tokens")]
    public async Task What_is_the_operators_is_forbidden(string path)
    {
        await using var gateway = await TokenGateway.StartAsync(Consumers());
        using var user = await gateway.UserAsync(Own);

        using var answer = await user.PostJsonAsync(path, """{"user_id": "7"}""");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.DetailAsync()).ShouldContain("operator key");
    }
}
