using GarminSync.Consumers.Activities;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

public sealed class When_work_is_begun(PostgreSqlServer postgres)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task Of_an_order_and_its_copy_one_is_begun(bool onPostgreSql)
    {
        await using var host = await StartAsync(onPostgreSql);
        var id = await host.StartWithPlanAsync(1);
        await host.PassAsync(TimeSpan.FromMinutes(5)); // it waits in a long queue
        var orders = Orders(host);

        orders.Select(order => order.Message.Attempt).ShouldBe([1, 1]);
        (await Task.WhenAll(orders.Select(order => host.BeginAsync(order.Message, order.Id)))).ShouldBe([WorkClaim.Begun, WorkClaim.Superseded], ignoreOrder: true);
        (await host.InFlightAsync(id)).Single().Losses.ShouldBe(0);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task An_order_that_was_overtaken_is_not(bool onPostgreSql)
    {
        await using var host = await StartAsync(onPostgreSql);
        var id = await host.StartWithPlanAsync(1);
        await host.BeginAllAsync(id);
        await host.PassAsync(TimeSpan.FromMinutes(5));
        var orders = Orders(host);

        (await host.BeginAsync(orders[0].Message, orders[0].Id)).ShouldBe(WorkClaim.Superseded);
        (await host.BeginAsync(orders[1].Message, orders[1].Id)).ShouldBe(WorkClaim.Begun);
    }

    [Fact]
    public async Task An_order_of_a_cancelled_job_is_not()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(1);
        await host.TellAsync(new CancelSync { JobId = id });

        var order = Orders(host).Single();
        (await host.BeginAsync(order.Message, order.Id)).ShouldBe(WorkClaim.Superseded);
    }

    [Fact]
    public async Task A_planner_of_a_cancelled_job_is_not()
    {
        await using var host = await StartAsync();
        var id = await host.StartAsync();
        await host.TellAsync(new CancelSync { JobId = id });

        (await host.BeginAsync(host.Heard.Of<PlanSync>().Single(), Guid.NewGuid())).ShouldBe(WorkClaim.Superseded);
    }

    [Fact]
    public async Task A_message_that_comes_again_because_its_process_was_lost_is_begun_at_once()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(1);
        await host.BeginAllAsync(id);

        var order = Orders(host).Single();
        (await host.BeginAsync(order.Message, order.Id)).ShouldBe(WorkClaim.Begun);

        (await host.InFlightAsync(id)).Single().Losses.ShouldBe(1);
    }

    [Fact]
    public async Task One_that_comes_again_and_again_because_process_after_process_is_lost_over_it_is_given_up()
    {
        await using var host = await StartAsync();
        await host.StartWithPlanAsync(1);
        var order = Orders(host).Single();
        for (var process = 0; process < 5; process++)
        {
            (await host.BeginAsync(order.Message, order.Id)).ShouldBe(WorkClaim.Begun);
        }

        (await host.BeginAsync(order.Message, order.Id)).ShouldBe(WorkClaim.LostTooOften);
    }

    [Fact]
    public async Task An_error_that_is_tried_again_has_lost_nobody()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(1);
        var order = Orders(host).Single();

        await Should.ThrowAsync<TimeoutException>(() => host.NewWorker().RunAsync(order.Message, order.Id, () => throw new TimeoutException(), CancellationToken.None));

        var item = (await host.InFlightAsync(id)).Single();
        (item.StartedBy, item.Losses).ShouldBe((null, 0));
        (await host.BeginAsync(order.Message, order.Id)).ShouldBe(WorkClaim.Begun);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task It_may_take_longer_than_its_lease(bool plan)
    {
        await using var host = await StartAsync();
        var id = plan ? await host.StartAsync() : await host.StartWithPlanAsync(1);
        var ended = new TaskCompletionSource();
        var working = plan
            ? host.NewWorker().RunAsync(host.Heard.Of<PlanSync>().Single(), Guid.NewGuid(), () => ended.Task, CancellationToken.None)
            : host.NewWorker().RunAsync(Orders(host).Single().Message, Guid.NewGuid(), () => ended.Task, CancellationToken.None);
        await Eventually.Is(async () => await LeaseAsync(host, id, plan) == host.Clock.GetUtcNow().AddMinutes(5));

        for (var minute = 2; minute < 20; minute += 2)
        {
            await host.PassAsync(TimeSpan.FromMinutes(2));
            await Eventually.Is(async () => await LeaseAsync(host, id, plan) > host.Clock.GetUtcNow().AddMinutes(3));
        }

        (host.Heard.Of<PlanSync>().Count, Orders(host).Count).ShouldBe((1, plan ? 0 : 1));
        ended.SetResult();
        (await working).ShouldBe(WorkClaim.Begun);
    }

    private static async Task<DateTimeOffset?> LeaseAsync(SyncHost host, Guid jobId, bool plan) =>
        plan ? (await host.JobAsync(jobId)).LeaseUntil : (await host.InFlightAsync(jobId)).Single().LeaseUntil;

    private static List<(Guid Id, FetchActivity Message)> Orders(SyncHost host) =>
        [.. host.Heard.All.Where(heard => heard.Message is FetchActivity).Select(heard => (heard.Id, (FetchActivity)heard.Message))];

    private async Task<SyncHost> StartAsync(bool onPostgreSql = false)
    {
        var host = await SyncHost.StartAsync(onPostgreSql ? postgres : null);
        await host.LinkAsync();
        return host;
    }
}
