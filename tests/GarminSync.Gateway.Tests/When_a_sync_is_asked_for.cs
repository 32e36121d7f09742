using System.Net;
using GarminSync.Contracts;

namespace GarminSync.Gateway.Tests;

public sealed class When_a_sync_is_asked_for
{
    [Theory]
    [InlineData("/api/garmin/sync", null, "all", "Synchronization initiated successfully.")]
    [InlineData("/api/garmin/sync/activities", "activities", "activities", "Activity synchronization initiated successfully.")]
    [InlineData("/api/garmin/sync/health-metrics", "health", "health", "Health metrics synchronization initiated successfully.")]
    [InlineData("/api/sync/garmin/activities", "activities", "activities", "Activity synchronization initiated successfully.")]
    [InlineData("/api/sync/garmin/health-metrics", "health", "health", "Health metrics synchronization initiated successfully.")]
    public async Task It_needs_no_body_and_answers_with_the_job(string path, string? kind, string jobType, string message)
    {
        var consumers = new StubConsumers();
        await using var gateway = await GatewayHost.StartAsync(consumers);

        using var answer = await gateway.Client.PostAsync(new Uri(path, UriKind.Relative), content: null, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        answer.Headers.Location!.ToString().ShouldBe($"/api/garmin/sync/jobs/{StubConsumers.JobId}");
        var job = await answer.JsonAsync();
        job.GetProperty("job_id").GetGuid().ShouldBe(StubConsumers.JobId);
        job.GetProperty("sync_job_id").GetGuid().ShouldBe(StubConsumers.JobId);
        job.GetProperty("job_type").GetString().ShouldBe(jobType);
        job.GetProperty("message").GetString().ShouldBe(message);
        (consumers.Received<SyncRequested>().ShouldHaveSingleItem().Kinds ?? []).ShouldBe(kind is null ? [] : [kind]);
    }

    [Fact]
    public async Task It_passes_on_every_field()
    {
        var consumers = new StubConsumers();
        await using var gateway = await GatewayHost.StartAsync(consumers);

        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/sync", """
            {
              "user_id": "7", "start_date": "2026-01-01", "end_date": "2026-01-31", "formats": ["original", "gpx"], "metrics": ["steps"],
              "detail": "intraday", "force": true, "if_running": "reject", "a_field_from_the_future": {"x": 1}
            }
            """);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var request = consumers.Received<SyncRequested>().ShouldHaveSingleItem();
        request.UserId.ShouldBe("7");
        request.StartDate.ShouldBe("2026-01-01");
        request.EndDate.ShouldBe("2026-01-31");
        request.Formats.ShouldBe(["original", "gpx"]);
        request.Metrics.ShouldBe(["steps"]);
        request.Detail.ShouldBe("intraday");
        request.Force.ShouldBe(true);
        request.IfRunning.ShouldBe("reject");
    }

    [Fact]
    public async Task It_takes_nulls_for_absent_fields()
    {
        var consumers = new StubConsumers();
        await using var gateway = await GatewayHost.StartAsync(consumers);

        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/sync", """
            {"user_id": null, "start_date": null, "end_date": null, "formats": null, "metrics": null, "detail": null, "force": null, "if_running": null}
            """);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        consumers.Received<SyncRequested>().ShouldHaveSingleItem().UserId.ShouldBeNull();
    }

    [Theory]
    [InlineData("/api/garmin/sync/workouts", """{"workout_ids": ["a", "b"], "schedule_on": "2026-12-01"}""", "a,b", "2026-12-01")]
    [InlineData("/api/sync/garmin/workouts", """{"workout_id": "a"}""", "a", null)]
    public async Task It_names_the_workouts(string path, string body, string ids, string? day)
    {
        var consumers = new StubConsumers();
        await using var gateway = await GatewayHost.StartAsync(consumers);

        using var answer = await gateway.Client.PostJsonAsync(path, body);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var request = consumers.Received<SyncRequested>().ShouldHaveSingleItem();
        request.Kinds.ShouldBe([SyncKinds.Workouts]);
        string.Join(',', request.WorkoutIds!).ShouldBe(ids);
        request.ScheduleOn.ShouldBe(day);
    }

    [Fact]
    public async Task It_says_that_it_was_joined_to_a_running_job()
    {
        var accepted = new SyncAccepted { Job = StubConsumers.Job(), Joined = true };
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers { Sync = _ => accepted });

        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/sync", "{}");

        (await answer.JsonAsync()).GetProperty("message").GetString().ShouldBe("Activity synchronization already in progress; this request was joined to it.");
    }

    [Theory]
    [InlineData(SyncRefusals.NotLinked, 401, """{"detail": "Not authenticated or Garmin Connect account not linked."}""")]
    [InlineData(SyncRefusals.UnknownWorkout, 404, """{"detail": "Workout not found."}""")]
    [InlineData(SyncRefusals.AlreadyRunning, 409, """{"detail": "A synchronization is already in progress. Please wait or check status."}""")]
    [InlineData(SyncRefusals.RateLimited, 429, """{"detail": "Rate limit exceeded. Please try again later."}""")]
    public async Task It_refuses_with_the_bytes_that_callers_compare(string reason, int status, string body)
    {
        await using var gateway = await RefusingAsync(reason);

        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/sync", "{}");

        ((int)answer.StatusCode).ShouldBe(status);
        (await answer.TextAsync()).ShouldBe(body);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("application/json");
        (answer.Headers.RetryAfter is not null).ShouldBe(status == 429);
    }

    [Fact]
    public async Task It_names_the_workout_that_is_not_there_when_there_are_several()
    {
        await using var gateway = await RefusingAsync(SyncRefusals.UnknownWorkout);

        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/sync/workouts", """{"workout_ids": ["a", "b"]}""");

        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await answer.DetailAsync()).ShouldStartWith("Workout not found.");
        (await answer.DetailAsync()).ShouldContain("because of the test");
    }

    [Theory]
    [InlineData(SyncRefusals.UnknownUser, 404, "because of the test")]
    [InlineData(SyncRefusals.NeedsLogin, 409, "because of the test")]
    [InlineData(SyncRefusals.AmbiguousUser, 422, "because of the test")]
    [InlineData(SyncRefusals.TooManyQueued, 429, "because of the test")]
    [InlineData(SyncRefusals.InvalidRequest, 422, "because of the test")]
    [InlineData(SyncRefusals.CentralDbUnreachable, 503, "CentralDB")]
    [InlineData("something_newer", 500, "because of the test")]
    public async Task It_passes_on_why_it_was_refused(string reason, int status, string partOfDetail)
    {
        await using var gateway = await RefusingAsync(reason);

        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/sync", "{}");

        ((int)answer.StatusCode).ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.DetailAsync()).ShouldContain(partOfDetail);
    }

    private static Task<GatewayHost> RefusingAsync(string reason) =>
        GatewayHost.StartAsync(new StubConsumers { Sync = _ => new SyncRefused { Reason = reason, Detail = "Refused, because of the test." } });
}
