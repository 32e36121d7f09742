using GarminSync.Testing;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Outbox.Tests;

/// <summary>As a process leaves them that is killed between its commit and the delivery.</summary>
public sealed class When_messages_are_left_in_the_outbox(RabbitMqBroker broker, PostgreSqlServer postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EverySetup]
    public async Task The_sweep_delivers_them_once_the_grace_is_over(Setup setup)
    {
        var clock = new ManualClock();
        await using var host = await StateHost.StartAsync(setup, broker, postgres, services => services.AddSingleton<TimeProvider>(clock));
        await StopDeliveringAsync(host);
        var messageId = Guid.NewGuid();
        await CommitAsync(host, publisher => publisher.Publish(
            new NoteWritten("left"),
            sent =>
            {
                sent.MessageId = messageId;
                sent.Headers.Set("athlete", "42");
            },
            Token));
        await CommitAsync(host, publisher => publisher.Publish(new NoteWritten("left too"), Token));

        await Eventually.Is(() => clock.WaitingTimers > 0, cancellationToken: Token);
        clock.Advance(TimeSpan.FromSeconds(10));
        (await host.OutboxCountAsync()).ShouldBe(2);
        clock.Advance(TimeSpan.FromSeconds(6));

        await Eventually.Equals(2, () => Task.FromResult(host.Wire.Of<NoteWritten>().Count), cancellationToken: Token);
        await host.OutboxIsEmptyAsync();
        var first = host.Wire.Of<NoteWritten>()[0];
        first.Message.Id.ShouldBe("left");
        first.MessageId.ShouldBe(messageId);
        first.Headers.Get<string>("athlete").ShouldBe("42");
    }

    [Theory, EverySetup]
    public async Task One_that_cannot_be_sent_does_not_hold_up_the_others(Setup setup)
    {
        var settings = new Action<IServiceCollection>(services => services.Configure<StateOptions>(options => options.SweepGrace = TimeSpan.FromSeconds(1)));
        await using var host = await StateHost.StartAsync(setup, broker, postgres, settings);
        await StopDeliveringAsync(host);
        await CommitAsync(host, publisher => publisher.Publish(new NoteWritten("unreachable"), Token));
        await host.ReadAsync(async db =>
        {
            var row = db.Outbox.Single();
            db.Entry(row).Property(stored => stored.DestinationAddress).CurrentValue = new Uri("sb://no-such-transport/x");
            return await db.SaveChangesAsync(Token);
        });
        await CommitAsync(host, publisher => publisher.Publish(new NoteWritten("reachable"), Token));

        await Eventually.Equals(1, () => Task.FromResult(host.Wire.Of<NoteWritten>().Count), cancellationToken: Token);

        host.Wire.Of<NoteWritten>().Single().Message.Id.ShouldBe("reachable");
        await Eventually.Equals(1, host.OutboxCountAsync, cancellationToken: Token);
    }

    [Fact]
    public async Task Two_processes_share_them()
    {
        var database = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["State:Provider"] = "PostgreSql",
            ["State:ConnectionString"] = await postgres.CreateDatabaseAsync(Token),
            ["State:SweepGrace"] = "00:00:02",
        };
        var amqp = (await broker.CreateVirtualHostAsync(Token)).Amqp;
        await using var one = await StateHost.StartAsync(database, amqp);
        await using var two = await StateHost.StartAsync(database, amqp);
        await StopDeliveringAsync(one);
        for (var batch = 0; batch < 5; batch++)
        {
            await CommitAsync(one, async publisher =>
            {
                for (var number = 0; number < 60; number++)
                {
                    await publisher.Publish(new NoteWritten("left", number), Token);
                }
            });
        }

        await one.OutboxIsEmptyAsync();

        await Eventually.Is(() => one.Wire.Of<NoteWritten>().Count + two.Wire.Of<NoteWritten>().Count >= 300, cancellationToken: Token);
        (one.Wire.Of<NoteWritten>().Count + two.Wire.Of<NoteWritten>().Count).ShouldBe(300);
    }

    private static Task StopDeliveringAsync(StateHost host) => host.Services.GetRequiredService<OutboxDeliverer>().StopAsync(Token);

    private static async Task CommitAsync(StateHost host, Func<IPublishEndpoint, Task> publish)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<StateOutbox>();
        await publish(outbox.Publisher);
        await outbox.CommitAsync(Token);
    }
}
