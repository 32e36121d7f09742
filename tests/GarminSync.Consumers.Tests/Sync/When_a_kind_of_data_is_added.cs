using GarminConnect.Client;
using GarminConnect.Client.Tests;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Sync;
using GarminSync.Consumers.Tests.Sync.AddedKind;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

using Answer = GarminSync.Testing.Answer;

/// <summary>Shoes are a kind of data that the product does not have: all of it is in <c>AddedKind/</c>, and one line of <see cref="StartAsync"/> adds it.</summary>
public sealed class When_a_kind_of_data_is_added
{
    private static readonly SyncRequested Request = new() { UserId = SyncHost.User, Kinds = [ShoeKind.Name] };

    [Fact]
    public async Task Its_items_are_planned_ordered_announced_and_counted()
    {
        await using var centralDb = await CredentialsAsync();
        var shoes = new Shoes { Listed = ["trail", "road"] };
        await using var host = await StartAsync(centralDb, shoes);

        var job = await RunAsync(host, "Completed");

        job.JobType.ShouldBe(ShoeKind.Name);
        job.Counts.ByKind.ShouldBe([new SyncKindCounts { Kind = ShoeKind.Name, Planned = 2, Done = 2, Unchanged = 0, Failed = 0 }]);
        host.Heard.Of<FetchShoe>().Select(order => (order.Order.Name, order.Attempt)).ShouldBe([("trail", 1), ("road", 1)], ignoreOrder: true);
        host.Heard.Of<ShoeSynced>().Select(synced => synced.Name).ShouldBe(["trail", "road"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_item_that_fails_is_tried_again_and_given_up_and_retried_by_hand()
    {
        await using var centralDb = await CredentialsAsync();
        var shoes = new Shoes
        {
            Listed = ["trail", "road"],
            Fetch = (name, attempt) => (name, attempt) switch
            {
                ("road", 1) => ShoeFetch.Unreadable,
                ("road", 2) => ShoeFetch.Unknown,
                _ => ShoeFetch.Fetched,
            },
        };
        await using var host = await StartAsync(centralDb, shoes);
        var id = await AskAsync(host);

        await Eventually.Is(async () => (await host.ItemsAsync(id)).Any(item => item is { Key: "road", Failures: 1, State: WorkItemState.Planned }));
        await host.PassAsync(TimeSpan.FromSeconds(10));

        var failed = await EndedAsync(host, id, "CompletedWithErrors");
        failed.Counts.ByKind.ShouldBe([new SyncKindCounts { Kind = ShoeKind.Name, Planned = 2, Done = 1, Unchanged = 0, Failed = 1 }]);
        await Eventually.Is(() => host.Heard.Of<ShoeSyncFailed>().Count == 1);
        host.Heard.Of<ShoeSyncFailed>().ShouldBe(
            [new ShoeSyncFailed { UserId = SyncHost.User, Name = "road", Reason = "Garmin does not know this shoe.", JobId = id }]);

        await host.AskAsync<RetryFailedItems, SyncJobStatus, SyncJobNotFound>(new RetryFailedItems { JobId = id });
        (await EndedAsync(host, id, "Completed")).Counts.ByKind.ShouldHaveSingleItem().Done.ShouldBe(2);
    }

    [Fact]
    public async Task When_it_cannot_be_planned_in_the_end_the_other_kinds_are_synchronised_and_the_job_says_so()
    {
        await using var centralDb = await CredentialsAsync();
        await using var host = await StartAsync(centralDb, new Shoes { NotListed = new GarminNotFoundException("the list of shoes") });
        var accepted = (SyncAccepted)await host.AskAsync<SyncRequested, SyncAccepted, SyncRefused>(Request with { Kinds = [ShoeKind.Name, SyncKinds.Health] });

        var job = await Eventually.Get(
            async () =>
            {
                await host.PassAsync(TimeSpan.FromMinutes(1));
                return await host.JobAsync(accepted.Job.JobId);
            },
            job => job.PlannedAt is not null || job.CurrentState == "Failed");

        job.LeftOpen.ShouldBe("What is there of shoes could not be found out: Garmin Connect does not have the list of shoes.");
        job.Counts.ByKind.ShouldHaveSingleItem().Kind.ShouldBe(SyncKinds.Health);
    }

    [Fact]
    public async Task What_may_be_planned_later_is_left_out_with_the_last_try_only()
    {
        await using var centralDb = await CredentialsAsync();
        await using var garmin = await ScriptedServer.StartAsync(Some.Garmin());
        var shoes = new Shoes { NotListed = new GarminUnreachableException("the list of shoes", "its server failed") };
        await using var host = await StartAsync(
            centralDb, shoes, [.. ((string[])["SsoUrl", "DiAuthUrl", "ConnectApiUrl"]).Select(server => ($"Garmin:{server}", $"{garmin.Url}")), ("Garmin:Sandbox", "true"), ("Sync:MaxAttempts", "3")]);
        var accepted = (SyncAccepted)await host.AskAsync<SyncRequested, SyncAccepted, SyncRefused>(Request with { Kinds = [ShoeKind.Name, SyncKinds.Health] });

        for (var failures = 1; failures < 3; failures++)
        {
            var paused = await Eventually.Get(() => host.JobAsync(accepted.Job.JobId), job => job.CurrentState == "Paused" && job.PlanFailures == failures);
            await host.PassAsync(paused.PausedUntil!.Value - host.Clock.GetUtcNow());
        }

        var planned = await Eventually.Get(() => host.JobAsync(accepted.Job.JobId), job => job.PlannedAt is not null);
        planned.LeftOpen.ShouldNotBeNull().ShouldStartWith("What is there of shoes could not be found out");
        host.Heard.Of<PlanSync>().Select(order => order.LeaveOutWhatFails).ShouldBe([false, false, true]);
    }

    [Fact]
    public async Task A_consumer_that_goes_on_is_given_one_order_for_many_items()
    {
        await using var centralDb = await CredentialsAsync();
        var shoes = new Shoes { Listed = [.. Enumerable.Range(1, 7).Select(number => $"shoe {number}")], GoOn = true };
        await using var host = await StartAsync(centralDb, shoes);

        var job = await RunAsync(host, "Completed");

        job.Counts.ByKind.ShouldBe([new SyncKindCounts { Kind = ShoeKind.Name, Planned = 7, Done = 7, Unchanged = 0, Failed = 0 }]);
        host.Heard.Of<FetchShoe>().Count.ShouldBe(2, "as many as may be in flight");
        host.Heard.Of<ShoeSynced>().Select(synced => synced.Name).ShouldBe(shoes.Listed, ignoreOrder: true);
    }

    [Fact]
    public async Task A_consumer_that_goes_on_and_throws_costs_neither_what_is_done_nor_what_comes_after()
    {
        await using var centralDb = await CredentialsAsync();
        var shoes = new Shoes
        {
            Listed = [.. Enumerable.Range(1, 7).Select(number => $"shoe {number}")],
            GoOn = true,
            Fetch = (name, attempt) => (name, attempt) is ("shoe 4", 1) ? throw new InvalidOperationException("a bug") : ShoeFetch.Fetched,
        };
        await using var host = await StartAsync(centralDb, shoes);
        var id = await AskAsync(host);

        var failed = await Eventually.Get(
            async () => (await host.ItemsAsync(id)).SingleOrDefault(item => item.Key == "shoe 4"), item => item is { Failures: 1, State: WorkItemState.Planned });
        failed!.Reason.ShouldBe("An unexpected error; the log of the consumers has it.");
        await Eventually.Is(() => host.Heard.Of<ShoeSynced>().Count == 6);
        await host.PassAsync(TimeSpan.FromSeconds(10));

        (await EndedAsync(host, id, "Completed")).Counts.ByKind.ShouldHaveSingleItem().Done.ShouldBe(7);
        host.Heard.Of<ShoeSynced>().Select(synced => synced.Name).ShouldBe(shoes.Listed, ignoreOrder: true);
    }

    [Fact]
    public async Task The_saga_hears_that_its_consumer_threw()
    {
        await using var centralDb = await CredentialsAsync();
        var shoes = new Shoes { Listed = ["trail"], Fetch = (_, _) => throw new InvalidOperationException("a bug") };
        await using var host = await StartAsync(centralDb, shoes);
        var id = await AskAsync(host);

        var item = await Eventually.Get(() => host.ItemsAsync(id), items => items is [{ Failures: 1 }]);

        (item[0].State, item[0].Reason).ShouldBe((WorkItemState.Planned, "An unexpected error; the log of the consumers has it."));
    }

    [Fact]
    public async Task What_is_wrong_with_its_requests_is_named()
    {
        await using var centralDb = await CredentialsAsync();
        await using var host = await StartAsync(centralDb, new Shoes());

        (await RefusedAsync(host, Request with { StartDate = "2026-01-01" })).ShouldBe("shoes have no days.");
        (await RefusedAsync(host, Request with { Kinds = ["hats"] }))
            .ShouldBe("kinds has 'hats'; this version can synchronise activities, health, workouts, shoes.");
    }

    private static async Task<SyncHost> StartAsync(ScriptedServer centralDb, Shoes shoes, params (string Name, string Value)[] settings)
    {
        var host = await SyncHost.StartWithWorkersAsync(
            services => services.AddSingleton(shoes)
                .AddSyncKind<ShoeKind, FetchShoe, FetchShoeConsumer, FetchShoeConsumerDefinition>(),
            [typeof(FetchShoe), typeof(ShoeSynced), typeof(ShoeSyncFailed)],
            [("CentralDb:Url", centralDb.Url.ToString()), ("Sync:FirstBackOff", "00:00:10"), .. settings]);
        await host.LinkAsync();
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StoredCredentials>()
            .SaveAsync(SyncHost.User, new LinkedCredentials("a", Password: null, Some.Tokens()), TestContext.Current.CancellationToken);
        return host;
    }

    /// <summary>A CentralDB that keeps the credentials of one user.</summary>
    private static async Task<ScriptedServer> CredentialsAsync()
    {
        var centralDb = await ScriptedServer.StartAsync(Answer.Json("{}"));
        centralDb.AnswerWith(context => (context.Request.Method != HttpMethods.Get ? Answer.Json("{}")
            : centralDb.Requests.LastOrDefault(request => request.Method != HttpMethods.Get) is { } kept ? Answer.Json(kept.Text)
            : Answer.Json("""{"detail":"none"}""", StatusCodes.Status404NotFound))(context));
        return centralDb;
    }

    private static async Task<Guid> AskAsync(SyncHost host) =>
        ((SyncAccepted)await host.AskAsync<SyncRequested, SyncAccepted, SyncRefused>(Request)).Job.JobId;

    private static async Task<SyncJob> RunAsync(SyncHost host, string state) => await EndedAsync(host, await AskAsync(host), state);

    private static async Task<SyncJob> EndedAsync(SyncHost host, Guid id, string state)
    {
        var job = await Eventually.Get(() => host.JobAsync(id), job => job.CurrentState == state);
        await host.QuietAsync();
        return job;
    }

    private static async Task<string> RefusedAsync(SyncHost host, SyncRequested request) =>
        ((SyncRefused)await host.AskAsync<SyncRequested, SyncAccepted, SyncRefused>(request)).Detail;
}
