using System.Collections.Concurrent;
using GarminSync.Consumers.Activities;
using GarminSync.Consumers.HealthMetrics;
using GarminSync.Consumers.Sync;
using GarminSync.Consumers.Tests.Sync;
using GarminSync.Consumers.Workouts;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Workouts;

public sealed class When_workouts_are_requested
{
    private static readonly SyncRequested Request = new() { UserId = SyncHost.User, Kinds = [SyncKinds.Workouts], WorkoutIds = ["41"], ScheduleOn = "2026-12-01" };

    [Fact]
    public async Task The_plans_are_looked_up_and_the_job_has_them()
    {
        await using var centralDb = await ScriptedServer.StartAsync(Answer.Json("""{"id":41,"user_id":42,"steps":[]}"""));
        await using var host = await StartAsync(centralDb);

        var accepted = (await AskAsync(host, Request with { WorkoutIds = ["41", "40", "41"] })).ShouldBeOfType<SyncAccepted>();

        accepted.Job.JobType.ShouldBe(SyncKinds.Workouts);
        centralDb.Requests.Select(request => request.Target).ShouldBe(["/workout_plans/41", "/workout_plans/40"], ignoreOrder: true);
        var scope = host.Heard.Of<PlanSync>().ShouldHaveSingleItem().Scope;
        scope.WorkoutIds.ShouldBe(["41", "40"]);
        scope.ScheduleOn.ShouldBe(new DateOnly(2026, 12, 1));
    }

    [Fact]
    public async Task Each_request_is_a_job_of_its_own()
    {
        await using var centralDb = await ScriptedServer.StartAsync(Answer.Json("""{"id":41,"steps":[]}"""));
        await using var host = await StartAsync(centralDb);

        var first = (SyncAccepted)await AskAsync(host, Request);
        var second = (SyncAccepted)await AskAsync(host, Request);

        (second.Joined, second.Job.State).ShouldBe((false, SyncJobStates.Queued));
        second.Job.JobId.ShouldNotBe(first.Job.JobId);
    }

    [Theory]
    [InlineData("""{"detail":"none"}""", 404)]
    [InlineData("""{"id":41,"user_id":"43","steps":[]}""", 200)]
    public async Task A_plan_that_is_not_there_or_is_another_users_is_refused(string plan, int status)
    {
        await using var centralDb = await ScriptedServer.StartAsync(Answer.Json(plan, status));
        await using var host = await StartAsync(centralDb);

        var refused = (await AskAsync(host, Request)).ShouldBeOfType<SyncRefused>();

        (refused.Reason, refused.Detail).ShouldBe((SyncRefusals.UnknownWorkout, "CentralDB has no workout plan 41 of this user."));
    }

    [Fact]
    public async Task One_unknown_plan_among_many_refuses_them_all()
    {
        var asked = new ConcurrentQueue<string>();
        await using var centralDb = await ScriptedServer.StartAsync(context =>
        {
            asked.Enqueue(context.Request.Path);
            return (context.Request.Path == "/workout_plans/25" ? Answer.Status(StatusCodes.Status404NotFound) : Answer.Json("""{"id":1,"steps":[]}"""))(context);
        });
        await using var host = await StartAsync(centralDb);

        var refused = (await AskAsync(host, Request with { WorkoutIds = [.. Enumerable.Range(1, 30).Select(id => $"{id}")] })).ShouldBeOfType<SyncRefused>();

        refused.Detail.ShouldContain("plan 25 ");
        host.Heard.Of<PlanSync>().ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_refused_when_CentralDB_cannot_say()
    {
        await using var centralDb = await ScriptedServer.StartAsync(Answer.Status(400));
        await using var host = await StartAsync(centralDb);

        (await AskAsync(host, Request)).ShouldBeOfType<SyncRefused>().Reason.ShouldBe(SyncRefusals.CentralDbUnreachable);
    }

    [Fact]
    public void Ids_alone_mean_workouts_and_all_means_what_there_is()
    {
        Kinds(new SyncRequested { WorkoutIds = ["41"] }).ShouldBe([SyncKinds.Workouts]);
        Kinds(new SyncRequested { Kinds = [SyncKinds.All], WorkoutIds = ["41"] }).ShouldBe([SyncKinds.Activities, SyncKinds.Health, SyncKinds.Workouts]);
        Kinds(new SyncRequested { Kinds = [SyncKinds.All] }).ShouldBe([SyncKinds.Activities, SyncKinds.Health]);
        Kinds(new SyncRequested { WorkoutIds = [] }).ShouldBe([SyncKinds.Activities, SyncKinds.Health]);
    }

    [Fact]
    public void What_is_wrong_with_the_request_is_named()
    {
        Problem(new SyncRequested { Kinds = [SyncKinds.Workouts] }).ShouldContain("workoutIds is needed");
        Problem(new SyncRequested { Kinds = [SyncKinds.Activities], WorkoutIds = ["41"] }).ShouldContain("workoutIds is for the kind workouts");
        Problem(new SyncRequested { WorkoutIds = ["41", ""] }).ShouldContain("workoutIds has an empty id");
        Problem(new SyncRequested { WorkoutIds = [.. Enumerable.Range(1, 101).Select(id => $"{id}")] }).ShouldContain("at most 100");
        Problem(new SyncRequested { Kinds = [SyncKinds.Activities], RemoveWorkouts = true }).ShouldContain("removeWorkouts is for the kind workouts");
        Problem(Request with { RemoveWorkouts = true }).ShouldContain("scheduleOn does not go with removeWorkouts");
        Problem(Request with { ScheduleOn = "1.12.2026" }).ShouldContain("scheduleOn is '1.12.2026'");
    }

    private static IReadOnlyList<string> Kinds(SyncRequested request) => Check.Read(request).Scope!.Kinds;

    private static string Problem(SyncRequested request) => Check.Read(request).Problem!;

    // What a request says is checked without the services of its kind.
    private static SyncRequestCheck Check => new([new ActivityKind(null!, null!), new HealthMetricKind(null!), new WorkoutKind(null!, null!, null!)]);

    private static Task<object> AskAsync(SyncHost host, SyncRequested request) => host.AskAsync<SyncRequested, SyncAccepted, SyncRefused>(request);

    private static async Task<SyncHost> StartAsync(ScriptedServer centralDb)
    {
        var host = await SyncHost.StartAsync(settings: ("CentralDb:Url", centralDb.Url.ToString()));
        await host.LinkAsync();
        return host;
    }
}
