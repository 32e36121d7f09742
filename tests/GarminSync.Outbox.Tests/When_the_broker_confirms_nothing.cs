using System.Collections.Concurrent;
using GarminSync.Testing;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Outbox.Tests;

public sealed class When_the_broker_confirms_nothing(RabbitMqBroker broker, PostgreSqlServer postgres)
{
    private static readonly Guid OrderKey = Guid.NewGuid();
    private static readonly TimeSpan ConfirmDeadline = TimeSpan.FromSeconds(30);

    private readonly ManualClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Setup.SqliteRabbitMq)]
    [InlineData(Setup.PostgreSqlRabbitMq)]
    public async Task The_first_message_is_tried_again_and_none_overtakes_it(Setup setup)
    {
        await using var relay = new StalledRelay((await broker.CreateVirtualHostAsync(Token)).Amqp);
        await using var host = await StartAsync(setup, relay.Address);
        var tries = new Tries();
        host.Bus.ConnectPublishObserver(tries);
        host.Bus.ConnectSendObserver(tries);
        Guid[] ids = [.. Enumerable.Range(0, 6).Select(_ => Guid.NewGuid())];
        await CommitAsync(host, 0, ids[0]);
        await Eventually.Is(() => host.Wire.Of<NoteWritten>().Count == 1, cancellationToken: Token);
        await host.OutboxIsEmptyAsync();
        var before = await SweepAfterAsync(host);

        relay.Stall();
        for (var number = 1; number < ids.Length; number++)
        {
            await CommitAsync(host, number, ids[number]);
        }

        for (var times = 1; times <= 4; times++)
        {
            await Eventually.Get(
                () => TickAsync(() => (Tries: tries.Of(ids).Count(), host.Services.GetRequiredService<OutboxSender>().IsConnected)),
                seen => seen.Tries > times,
                TimeSpan.FromSeconds(60),
                Token);
            _clock.Advance(ConfirmDeadline);
        }

        tries.Of(ids).Distinct().ShouldBe(ids.Take(2), "the first that was not confirmed is tried again, and nothing else");
        (await SweepAfterAsync(host)).ShouldAllBe(after => after < _clock.GetUtcNow(), "nothing is wrong with any of them");
        before.ShouldBeEmpty();

        relay.GoOn();
        await Eventually.Is(
            () => TickAsync(() => host.Wire.Of<NoteWritten>().DistinctBy(written => written.MessageId).Count() == ids.Length), TimeSpan.FromSeconds(30), Token);
        host.Wire.Of<NoteWritten>().Select(written => written.Message.Number).Distinct().ShouldBe(Enumerable.Range(0, ids.Length));
    }

    // So that the sweep looks again.
    private Task<T> TickAsync<T>(Func<T> read)
    {
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        return Task.FromResult(read());
    }

    private async Task<StateHost> StartAsync(Setup setup, Uri amqp)
    {
        var folder = Directory.CreateTempSubdirectory("garminsync-state-");
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["DataFolder"] = folder.FullName };
        if (setup == Setup.PostgreSqlRabbitMq)
        {
            settings["State:Provider"] = "PostgreSql";
            settings["State:ConnectionString"] = await postgres.CreateDatabaseAsync(Token);
        }

        return await StateHost.StartAsync(settings, amqp, folder, services => services.AddSingleton<TimeProvider>(_clock));
    }

    private static Task<List<DateTimeOffset>> SweepAfterAsync(StateHost host) => host.ReadAsync(db => db.Outbox.Select(row => row.SweepAfter).ToListAsync(Token));

    private static async Task CommitAsync(StateHost host, int number, Guid messageId)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<StateOutbox>();
        await outbox.Publisher.Publish(
            new NoteWritten("stalled", number),
            sent =>
            {
                sent.MessageId = messageId;
                sent.CorrelationId = OrderKey;
            },
            Token);
        await outbox.CommitAsync(Token);
    }

    /// <summary>What was handed to the broker, confirmed or not.</summary>
    private sealed class Tries : ISendObserver, IPublishObserver
    {
        private readonly ConcurrentQueue<Guid?> _ids = new();

        public IEnumerable<Guid> Of(Guid[] ids) => _ids.OfType<Guid>().Where(ids.Contains);

        public Task PreSend<T>(SendContext<T> context)
            where T : class => Add(context);

        public Task PostSend<T>(SendContext<T> context)
            where T : class => Task.CompletedTask;

        public Task SendFault<T>(SendContext<T> context, Exception exception)
            where T : class => Task.CompletedTask;

        public Task PrePublish<T>(PublishContext<T> context)
            where T : class => Add(context);

        public Task PostPublish<T>(PublishContext<T> context)
            where T : class => Task.CompletedTask;

        public Task PublishFault<T>(PublishContext<T> context, Exception exception)
            where T : class => Task.CompletedTask;

        private Task Add(SendContext context)
        {
            _ids.Enqueue(context.MessageId);
            return Task.CompletedTask;
        }
    }
}
