using GarminSync.Testing;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Outbox.Tests;

public sealed class When_the_broker_goes_away(PostgreSqlServer postgres)
{
    private static readonly Guid OrderKey = Guid.NewGuid();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_committed_meanwhile_arrives_in_order_when_it_is_back()
    {
        Assert.SkipUnless(RabbitMqBroker.CanStop, "The broker that the environment names is not ours to stop.");
        await using var broker = new RabbitMqBroker();
        await using var onSqlite = await StateHost.StartAsync(Setup.SqliteRabbitMq, broker, postgres);
        await using var onPostgreSql = await StateHost.StartAsync(Setup.PostgreSqlRabbitMq, broker, postgres);
        StateHost[] hosts = [onSqlite, onPostgreSql];
        foreach (var host in hosts)
        {
            await CommitAsync(host, 0);
            await Eventually.Equals(1, () => Task.FromResult(host.Wire.Of<NoteWritten>().Count), cancellationToken: Token);
        }

        await broker.StopAsync();
        foreach (var host in hosts)
        {
            for (var number = 1; number <= 20; number++)
            {
                await CommitAsync(host, number);
            }

            (await host.OutboxCountAsync()).ShouldBe(20);
        }

        await broker.StartAsync(Token);

        await Task.WhenAll(hosts.Select(AllArriveAsync));
    }

    private static async Task AllArriveAsync(StateHost host)
    {
        await Eventually.Equals(21, () => Task.FromResult(host.Wire.Of<NoteWritten>().DistinctBy(written => written.MessageId).Count()), TimeSpan.FromSeconds(60), Token);
        host.Wire.Of<NoteWritten>().Select(written => written.Message.Number).Distinct().ShouldBe(Enumerable.Range(0, 21));
        await host.OutboxIsEmptyAsync();
        await CommitAsync(host, 21);
        await Eventually.Is(() => host.Wire.Of<NoteWritten>().Any(written => written.Message.Number == 21), cancellationToken: Token);
    }

    private static async Task CommitAsync(StateHost host, int number)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<StateOutbox>();
        await outbox.Publisher.Publish(new NoteWritten("outage", number), sent => sent.CorrelationId = OrderKey, Token);
        await outbox.CommitAsync(Token);
    }
}
