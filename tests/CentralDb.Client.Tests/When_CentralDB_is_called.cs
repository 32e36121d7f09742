using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace CentralDb.Client.Tests;

public sealed class When_CentralDB_is_called
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_API_key_goes_with_every_call()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json("null"), ("ApiKey", "key-1"));

        await db.Client.GetUserAsync("7", Token);

        db.Server.Requests.Single().Headers["X-Api-Key"].ShouldBe("key-1");
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_failure_is_tried_three_times_and_then_told(int status)
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Html(status));

        var failure = await Should.ThrowAsync<CentralDbUnreachableException>(() => db.Client.GetUserAsync("7", Token));

        failure.Message.ShouldBe($"CentralDB did not answer a user: it failed with HTTP {status}.");
        db.Server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_hiccup_goes_unnoticed()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Reset(), Answer.Status(502), Answer.Json("""{"id":7}"""));

        (await db.Client.GetUserAsync("7", Token))!.Id.ShouldBe("7");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_out_of_reach_at_once()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Status(500), ("Url", $"http://127.0.0.1:{FreePort.Next()}"));

        var failure = await Should.ThrowAsync<CentralDbUnreachableException>(() => db.Client.GetUserAsync("7", Token));

        failure.Message.ShouldBe("CentralDB did not answer a user: the connection could not be made.");
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_out_of_reach_after_the_time_limit()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Never(), ("RequestTimeout", "00:00:00.500"));

        var failure = await Should.ThrowAsync<CentralDbUnreachableException>(() => db.Client.GetUserAsync("7", Token));

        failure.Message.ShouldBe("CentralDB did not answer a user: no answer in time.");
    }

    [Theory]
    [InlineData("00:00:10", 10)]
    [InlineData("00:01:00", 60)]
    public async Task The_time_limit_is_of_all_tries_together_and_goes_by_the_clock_of_the_process(string limit, int seconds)
    {
        var clock = new ManualClock();
        await using var db = await CentralDbHarness.StartAsync(Answer.Never(), clock, ("RequestTimeout", limit));

        var call = db.Client.GetUserAsync("7", Token);
        await Eventually.Is(() => db.Server.Requests.Count == 1);
        clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        call.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromMilliseconds(1));

        (await Should.ThrowAsync<CentralDbUnreachableException>(() => call)).Message.ShouldBe("CentralDB did not answer a user: no answer in time.");
        db.Server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("central/db")]
    [InlineData("central/db/")]
    public async Task A_path_in_the_address_is_part_of_every_call(string path)
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Json("null"));
        await using var db = await CentralDbHarness.StartAsync(Answer.Status(500), ("Url", $"{server.Url}{path}"));

        await db.Client.GetUserAsync("7", Token);

        server.Requests.Single().Target.ShouldBe(path.Length == 0 ? "/users/7" : "/central/db/users/7");
    }

    [Fact]
    public async Task What_it_says_of_its_failure_is_told_but_not_where_it_might_repeat_a_secret()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json("""{"status": 507, "detail": "The disk is full."}""", 507));

        (await Should.ThrowAsync<CentralDbUnreachableException>(() => db.Client.GetUserAsync("7", Token)))
            .Message.ShouldBe("CentralDB did not answer a user: it failed with HTTP 507: The disk is full.");
        (await Should.ThrowAsync<CentralDbUnreachableException>(() => db.Client.GetCredentialsAsync("7", Token))).Message.ShouldNotContain("disk");
    }

    [Fact]
    public async Task A_server_that_asks_for_a_long_wait_is_not_waited_for()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Status(503, ("Retry-After", "3600")));

        var failure = await Should.ThrowAsync<CentralDbUnreachableException>(() => db.Client.GetUserAsync("7", Token));

        failure.Message.ShouldBe("CentralDB did not answer a user: it failed with HTTP 503.");
        db.Server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_server_that_stops_in_the_middle_of_an_answer_is_out_of_reach_after_the_time_limit()
    {
        await using var db = await CentralDbHarness.StartAsync(
            async context =>
            {
                await context.Response.StartAsync(context.RequestAborted);
                await Answer.Never()(context);
            },
            ("RequestTimeout", "00:00:00.500"));

        await Should.ThrowAsync<CentralDbUnreachableException>(() => db.Client.GetUserAsync("7", Token));
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_told_so()
    {
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using var db = await CentralDbHarness.StartAsync(async context =>
        {
            await impatient.CancelAsync();
            await Answer.Never()(context);
        });

        await Should.ThrowAsync<OperationCanceledException>(() => db.Client.GetUserAsync("7", impatient.Token));
    }

    [Fact]
    public async Task A_workout_plan_is_read_with_its_nested_steps()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json(
            """
            {"id":3,"user_id":7,"name":"Intervals","sport":"running","created_at":"x","steps":[
             {"type":"warmup","duration":{"type":"time","value":"600"},"target":{"type":"none"},"note":null},
             {"type":"repeat","times":4,"steps":[
              {"type":"interval","duration":{"type":"distance","value":400},"target":{"type":"pace","low":240,"high":250.5}}]}]}
            """));

        var plan = await db.Client.GetWorkoutPlanAsync("3", Token);

        plan!.Id.ShouldBe("3");
        plan.Steps![0]!.Duration.ShouldBe(new WorkoutDuration("time", 600));
        plan.Steps[1]!.Times.ShouldBe(4);
        plan.Steps[1]!.Steps!.Single()!.Target.ShouldBe(new WorkoutTarget("pace", null, 240, 250.5));
    }
}
