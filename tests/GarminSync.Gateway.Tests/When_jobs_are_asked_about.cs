using System.Net;
using GarminSync.Contracts;

namespace GarminSync.Gateway.Tests;

public sealed class When_jobs_are_asked_about
{
    private static readonly string JobPath = $"/api/garmin/sync/jobs/{StubConsumers.JobId}";

    [Fact]
    public async Task It_has_the_fields_of_every_form_of_the_original()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        var job = await gateway.Client.GetStringAsync(new Uri(JobPath, UriKind.Relative), TestContext.Current.CancellationToken);

        job.ShouldBe("""
            {"job_id":"0193b0a1-7c00-7000-8000-000000000001","sync_job_id":"0193b0a1-7c00-7000-8000-000000000001","user_id":"7","job_type":"activities",
            "status":"in_progress","state":"fetching","message":"Activity synchronization is in progress: 3 of 12 done, 40 unchanged, 0 failed.",
            "progress":0.25,"requested_at":"2026-11-22T08:00:00+00:00","start_time":"2026-11-22T08:00:01+00:00","end_time":null,"paused_until":null,"estimated_end_at":null,
            "error_message":null,"garmin_requests":5,"counts":{"activities":{"planned":12,"done":3,"unchanged":40,"failed":0}},
            "failures":[{"kind":"activities","item":"17","reason":"No FIT file in the ZIP.","attempts":3}]}
            """.ReplaceLineEndings(""));
    }

    [Theory]
    [InlineData(SyncJobStates.Queued, "pending", null)]
    [InlineData(SyncJobStates.Planning, "in_progress", null)]
    [InlineData(SyncJobStates.Fetching, "in_progress", null)]
    [InlineData(SyncJobStates.Paused, "in_progress", null)]
    [InlineData(SyncJobStates.Completed, "completed", null)]
    [InlineData(SyncJobStates.CompletedWithErrors, "completed", "Some items failed.")]
    [InlineData(SyncJobStates.Failed, "failed", "Some items failed.")]
    [InlineData(SyncJobStates.Cancelled, "failed", "Cancelled on request.")]
    public async Task It_has_the_coarse_word_of_the_original_beside_the_finer_state(string state, string status, string? error)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers { AboutJob = _ => StubConsumers.Job(state) });

        using var answer = await GetAsync(gateway, JobPath);

        var job = await answer.JsonAsync();
        job.GetProperty("state").GetString().ShouldBe(state);
        job.GetProperty("status").GetString().ShouldBe(status);
        job.GetProperty("error_message").GetString().ShouldBe(error);
        job.GetProperty("message").GetString().ShouldStartWith("Activity synchronization");
    }

    [Fact]
    public async Task An_account_that_never_had_a_job_is_idle()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers { AboutJob = _ => new SyncJobNotFound() });

        using var answer = await GetAsync(gateway, "/api/garmin/sync/status?user_id=7");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.TextAsync()).ShouldContain("\"progress\":0.0,");
        var job = await answer.JsonAsync();
        job.GetProperty("status").GetString().ShouldBe("idle");
        job.GetProperty("user_id").GetString().ShouldBe("7");
        job.GetProperty("job_id").GetString().ShouldBeNull();
    }

    [Fact]
    public async Task The_status_is_the_job_of_the_account()
    {
        var consumers = new StubConsumers();
        await using var gateway = await GatewayHost.StartAsync(consumers);

        using var answer = await GetAsync(gateway, "/api/garmin/sync/status?user_id=7");

        (await answer.JsonAsync()).GetProperty("job_id").GetGuid().ShouldBe(StubConsumers.JobId);
        consumers.Received<GetSyncStatus>().ShouldHaveSingleItem().UserId.ShouldBe("7");
    }

    [Fact]
    public async Task A_cursor_that_the_consumers_cannot_read_is_refused_by_name()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers { Jobs = _ => new SyncJobList { Jobs = [], CursorProblem = "must be the next_cursor of an answer" } });

        using var answer = await GetAsync(gateway, "/api/garmin/sync/jobs?cursor=abc");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.DetailAsync()).ShouldContain("cursor must be the next_cursor of an answer");
    }

    [Fact]
    public async Task A_job_that_was_cancelled_is_not_retried()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers { AboutJob = _ => StubConsumers.Job(SyncJobStates.Cancelled) });

        using var answer = await gateway.Client.PostJsonAsync($"{JobPath}/retry", "");

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.DetailAsync()).ShouldContain("Start another sync");
    }

    [Fact]
    public async Task One_failure_of_many_is_retried()
    {
        var consumers = new StubConsumers();
        await using var gateway = await GatewayHost.StartAsync(consumers);

        using var one = await gateway.Client.PostJsonAsync($"{JobPath}/retry", """{"items": ["17"]}""");
        using var all = await gateway.Client.PostJsonAsync($"{JobPath}/retry", "{}");
        using var none = await gateway.Client.PostJsonAsync($"{JobPath}/retry", """{"items": []}""");
        using var other = await gateway.Client.PostJsonAsync($"{JobPath}/retry", """{"items": ["17", "18"]}""");

        one.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        all.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        none.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await other.DetailAsync()).ShouldBe("items has '18', which is none of the failures that the job lists.");
        consumers.Received<RetryFailedItems>().Select(retry => retry.Items).ShouldBe([["17"], null]);
    }

    [Fact]
    public async Task It_lists_a_page()
    {
        var consumers = new StubConsumers { Jobs = _ => new SyncJobList { Jobs = [StubConsumers.Job()], NextCursor = "next" } };
        await using var gateway = await GatewayHost.StartAsync(consumers);

        using var answer = await GetAsync(gateway, "/api/garmin/sync/jobs?user_id=7&state=fetching&limit=5&cursor=here");

        var page = await answer.JsonAsync();
        page.GetProperty("jobs").GetArrayLength().ShouldBe(1);
        page.GetProperty("next_cursor").GetString().ShouldBe("next");
        consumers.Received<ListSyncJobs>().ShouldHaveSingleItem()
            .ShouldBe(new ListSyncJobs { UserId = "7", State = "fetching", Limit = 5, Cursor = "here" });
    }

    [Fact]
    public async Task The_older_path_answers_with_a_bare_list()
    {
        var consumers = new StubConsumers();
        await using var gateway = await GatewayHost.StartAsync(consumers);

        using var answer = await GetAsync(gateway, "/api/sync/status?job_type=activities&limit=5&offset=10");

        (await answer.JsonAsync())[0].GetProperty("sync_job_id").GetGuid().ShouldBe(StubConsumers.JobId);
        consumers.Received<ListSyncJobs>().ShouldHaveSingleItem().ShouldBe(new ListSyncJobs { JobType = "activities", Limit = 5, Offset = 10 });
    }

    [Theory]
    [InlineData("0193b0a1-7c00-7000-8000-000000000001", 1)]
    [InlineData("0193b0a1-7c00-7000-8000-000000000002", 0)]
    [InlineData("not-an-id", 0)]
    public async Task The_older_path_finds_one_job(string jobId, int found)
    {
        var consumers = new StubConsumers { AboutJob = request => request is GetSyncJob get && get.JobId == StubConsumers.JobId ? StubConsumers.Job() : new SyncJobNotFound() };
        await using var gateway = await GatewayHost.StartAsync(consumers);

        using var answer = await GetAsync(gateway, $"/api/sync/status?job_id={jobId}");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.JsonAsync()).GetArrayLength().ShouldBe(found);
    }

    [Fact]
    public async Task It_lists_all_that_is_wrong_with_a_query()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        using var answer = await GetAsync(gateway, "/api/garmin/sync/jobs?limit=201&offset=x&state=odd&job_type=odd");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.JsonAsync()).GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldBe(["job_type", "limit", "offset", "state"]);
    }

    [Theory]
    [InlineData("DELETE", "")]
    [InlineData("POST", "/retry")]
    public async Task It_cancels_and_retries(string method, string suffix)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());
        using var request = new HttpRequestMessage(new HttpMethod(method), JobPath + suffix);

        using var answer = await gateway.Client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        answer.Headers.Location!.ToString().ShouldBe(JobPath);
        (await answer.JsonAsync()).GetProperty("job_id").GetGuid().ShouldBe(StubConsumers.JobId);
    }

    [Theory]
    [InlineData("GET", "/api/garmin/sync/jobs/0193b0a1-7c00-7000-8000-000000000009")]
    [InlineData("GET", "/api/garmin/sync/jobs/nonsense")]
    [InlineData("DELETE", "/api/garmin/sync/jobs/nonsense")]
    [InlineData("POST", "/api/garmin/sync/jobs/nonsense/retry")]
    public async Task It_says_that_there_is_no_such_job(string method, string path)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers { AboutJob = _ => new SyncJobNotFound() });
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await gateway.Client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.DetailAsync()).ShouldContain("There is no sync job");
    }

    private static Task<HttpResponseMessage> GetAsync(GatewayHost gateway, string path) =>
        gateway.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
