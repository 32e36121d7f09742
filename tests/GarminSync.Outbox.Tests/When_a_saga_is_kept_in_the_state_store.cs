using GarminSync.Testing;
using MassTransit;
using MassTransit.Saga;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Outbox.Tests;

public sealed class When_a_saga_is_kept_in_the_state_store(RabbitMqBroker broker, PostgreSqlServer postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EverySetup]
    public async Task It_is_deleted_when_it_ends(Setup setup)
    {
        await using var host = await StateHost.StartAsync(setup, broker, postgres);
        var id = await OpenAsync(host, "ends");

        await host.Bus.Publish(new CloseTally(id), Token);

        await Eventually.Is(() => host.Wire.Of<TallyClosed>().Any(closed => closed.Message.TallyId == id), cancellationToken: Token);
        (await host.TallyAsync(id)).ShouldBeNull();
    }

    [Theory, EverySetup]
    public async Task A_message_for_a_missing_one_goes_to_its_own_handler(Setup setup)
    {
        await using var host = await StateHost.StartAsync(setup, broker, postgres);
        var id = Guid.NewGuid();

        await host.Bus.Publish(new CloseTally(id), Token);

        await Eventually.Is(() => host.Wire.Of<NoSuchTally>().Any(missing => missing.Message.TallyId == id), cancellationToken: Token);
    }

    [Theory, EverySetup]
    public async Task Messages_find_it_by_another_property_than_its_id(Setup setup)
    {
        await using var host = await StateHost.StartAsync(setup, broker, postgres);
        var wanted = await OpenAsync(host, "wanted");
        var alsoWanted = await OpenAsync(host, "wanted");
        var other = await OpenAsync(host, "other");

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => host.Bus.Publish(new TickByName("wanted"), Token)));
        await host.Bus.Publish(new TickByName("nobody"), Token);

        await Eventually.Equals(10, async () => (await host.TallyAsync(wanted))!.Count, cancellationToken: Token);
        await Eventually.Equals(10, async () => (await host.TallyAsync(alsoWanted))!.Count, cancellationToken: Token);
        (await host.TallyAsync(other))!.Count.ShouldBe(0);
    }

    [Theory, EverySetup]
    public async Task A_question_is_answered_without_a_change(Setup setup)
    {
        await using var host = await StateHost.StartAsync(setup, broker, postgres);
        var id = await OpenAsync(host, "asked");
        await using var scope = host.Services.CreateAsyncScope();
        var client = scope.ServiceProvider.GetRequiredService<IRequestClient<GetTally>>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.GetResponse<TallyCount, NoSuchTally>(new GetTally(id), Token)));
        var missing = await client.GetResponse<TallyCount, NoSuchTally>(new GetTally(Guid.NewGuid()), Token);

        answers.Count(answer => answer.Is<TallyCount>(out _)).ShouldBe(20);
        missing.Is<NoSuchTally>(out _).ShouldBeTrue();
        (await host.TallyAsync(id))!.Count.ShouldBe(0);
    }

    [Theory, EverySetup]
    public async Task It_can_be_read_from_outside(Setup setup)
    {
        await using var host = await StateHost.StartAsync(setup, broker, postgres);
        var id = await OpenAsync(host, "read");

        (await host.Services.GetRequiredService<ILoadSagaRepository<Tally>>().Load(id)).Name.ShouldBe("read");
        (await host.Services.GetRequiredService<ILoadSagaRepository<Tally>>().Load(Guid.NewGuid())).ShouldBeNull();
        (await host.Services.GetRequiredService<IQuerySagaRepository<Tally>>().Find(new SagaQuery<Tally>(tally => tally.Name == "read"))).ShouldBe([id]);
    }

    [Fact]
    public async Task A_version_beside_it_may_add_a_column_to_its_table()
    {
        await using var host = await StateHost.StartAsync(Setup.PostgreSqlInMemory, broker, postgres);
        var id = await OpenAsync(host, "grows");
        await TickAsync(host, id, 20); // often enough for prepared statements

        await using (var scope = host.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<TestDb>().Database.ExecuteSqlAsync($"ALTER TABLE tally ADD COLUMN later int NOT NULL DEFAULT 0", Token);
        }

        var faults = new ConsumeFaults();
        host.Bus.ConnectConsumeObserver(faults);
        await TickAsync(host, id, 20);

        (await host.TallyAsync(id))!.Count.ShouldBe(40);
        faults.Count.ShouldBe(0);
    }

    private static async Task TickAsync(StateHost host, Guid id, int times)
    {
        var before = (await host.TallyAsync(id))!.Count;
        await Task.WhenAll(Enumerable.Range(0, times).Select(_ => host.Bus.Publish(new Tick(id), Token)));
        await Eventually.Equals(before + times, async () => (await host.TallyAsync(id))!.Count, cancellationToken: Token);
    }

    private static async Task<Guid> OpenAsync(StateHost host, string name)
    {
        var id = Guid.NewGuid();
        await host.Bus.Publish(new OpenTally(id, name), Token);
        await Eventually.Is(async () => await host.TallyAsync(id) is not null, cancellationToken: Token);
        return id;
    }
}
