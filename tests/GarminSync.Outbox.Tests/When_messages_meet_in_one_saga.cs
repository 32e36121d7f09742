using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace GarminSync.Outbox.Tests;

public sealed class When_messages_meet_in_one_saga(RabbitMqBroker broker, PostgreSqlServer postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EverySetup]
    public async Task It_counts_each_of_them_once(Setup setup)
    {
        await using var host = await StateHost.StartAsync(setup, broker, postgres);
        Guid[] ids = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
        await Task.WhenAll(ids.Select(id => host.Bus.Publish(new OpenTally(id, "a"), Token)));

        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => host.Bus.Publish(new Tick(ids[number % 3]), Token)));

        foreach (var id in ids)
        {
            await Eventually.Equals(20, async () => (await host.TallyAsync(id))!.Count, cancellationToken: Token);
        }

        await Eventually.Equals(60, () => Task.FromResult(host.Wire.Of<Ticked>().Count), cancellationToken: Token);
        await host.OutboxIsEmptyAsync();
        host.Wire.Of<Ticked>().Count.ShouldBe(60);
    }

    [Theory, EverySetup]
    public async Task It_is_started_once_by_first_messages_that_come_together(Setup setup)
    {
        await using var host = await StateHost.StartAsync(setup, broker, postgres);
        var ids = Enumerable.Range(0, 20).Select(_ => Guid.NewGuid()).ToList();

        await Task.WhenAll(ids.SelectMany<Guid, Task>(id =>
            [host.Bus.Publish(new OpenTally(id, "b"), Token), host.Bus.Publish(new Tick(id), Token), host.Bus.Publish(new Tick(id), Token)]));

        await Eventually.Equals(20, () => host.ReadAsync(db => db.Set<Tally>().CountAsync(tally => tally.Count == 2 && tally.Name == "b", Token)), cancellationToken: Token);
        (await host.ReadAsync(db => db.Set<Tally>().CountAsync(Token))).ShouldBe(20);
    }

    [Theory, EverySetup]
    public async Task It_publishes_in_the_order_of_its_states(Setup setup)
    {
        await using var host = await StateHost.StartAsync(setup, broker, postgres);
        var id = Guid.NewGuid();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => host.Bus.Publish(new Tick(id), Token)));

        await Eventually.Equals(40, () => Task.FromResult(host.Wire.Of<Ticked>().Count), cancellationToken: Token);
        host.Wire.Of<Ticked>().Select(ticked => ticked.Message.Count).ShouldBe(Enumerable.Range(1, 40));
    }
}
