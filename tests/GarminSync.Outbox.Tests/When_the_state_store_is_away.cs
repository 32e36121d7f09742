using System.Collections.Concurrent;
using GarminSync.Testing;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using Shouldly;
using Xunit;

namespace GarminSync.Outbox.Tests;

/// <summary>Has a database server of its own, because it stops it.</summary>
public sealed class When_the_state_store_is_away(RabbitMqBroker broker)
{
    private const int Messages = 5;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_message_is_lost_however_long_that_takes(bool rabbitMq)
    {
        Assert.SkipUnless(PostgreSqlServer.CanStop, "The server that the environment names is not ours to stop.");
        await using var postgres = new PostgreSqlServer();
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["State:Provider"] = "PostgreSql",
            ["State:ConnectionString"] = await postgres.CreateDatabaseAsync(Token),
            ["State:LongestHold"] = "00:00:00.2",
        };
        var virtualHost = rabbitMq ? await broker.CreateVirtualHostAsync(Token) : null;
        await using var host = await StateHost.StartAsync(settings, virtualHost?.Amqp);
        var returned = new Returned();
        host.Bus.ConnectReceiveObserver(returned);

        await postgres.StopAsync();
        for (var number = 0; number < Messages; number++)
        {
            await host.Bus.Publish(new WriteNote($"{number}"), Token);
        }

        await Eventually.Is(() => returned.Times.Count == Messages && returned.Times.Values.Min() > NoteWriterDefinition.DeliveryLimit * 2, TimeSpan.FromSeconds(60), Token);
        await postgres.StartAsync(Token);

        await Eventually.Equals(Messages, () => Task.FromResult(host.Wire.Of<NoteWritten>().DistinctBy(written => written.MessageId).Count()), TimeSpan.FromSeconds(30), Token);
        (await host.NotesAsync()).Select(note => note.Id).ShouldBe(["0", "1", "2", "3", "4"]);
        (await host.ReadAsync(db => db.Inbox.CountAsync(Token))).ShouldBe(Messages);
        host.Wire.Of<Fault<WriteNote>>().ShouldBeEmpty();
        (await (virtualHost?.GetQueuesAsync(Token) ?? Task.FromResult<IReadOnlyList<string>>([])))
            .ShouldNotContain(queue => queue.EndsWith("_error", StringComparison.Ordinal) || queue.EndsWith("_skipped", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plain_JSON_waits_too()
    {
        Assert.SkipUnless(PostgreSqlServer.CanStop, "The server that the environment names is not ours to stop.");
        await using var postgres = new PostgreSqlServer();
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["State:Provider"] = "PostgreSql",
            ["State:ConnectionString"] = await postgres.CreateDatabaseAsync(Token),
            ["State:LongestHold"] = "00:00:00.2",
        };
        var amqp = (await broker.CreateVirtualHostAsync(Token)).Amqp;
        await using var host = await StateHost.StartAsync(settings, amqp, more: services => services.AddSingleton<IConfigureReceiveEndpoint>(new PlainJson("NoteWriter")));
        var returned = new Returned();
        host.Bus.ConnectReceiveObserver(returned);
        await using var connection = await new ConnectionFactory { Uri = amqp }.CreateConnectionAsync(Token);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Token);

        await postgres.StopAsync();
        await channel.BasicPublishAsync("NoteWriter", "", """{"id":"plain"}"""u8.ToArray(), Token);
        await Eventually.Is(() => returned.Times.Values.Sum() > 2, TimeSpan.FromSeconds(60), Token);
        await postgres.StartAsync(Token);

        await Eventually.Is(() => host.Wire.Of<NoteWritten>().Count == 1, TimeSpan.FromSeconds(30), Token);
        (await host.NotesAsync()).Select(note => note.Id).ShouldBe(["plain"]);
    }

    [Fact]
    public async Task A_short_outage_is_waited_out_with_the_message_in_hand()
    {
        Assert.SkipUnless(PostgreSqlServer.CanStop, "The server that the environment names is not ours to stop.");
        await using var postgres = new PostgreSqlServer();
        await using var host = await StateHost.StartAsync(Setup.PostgreSqlInMemory, broker, postgres);
        var returned = new Returned();
        host.Bus.ConnectReceiveObserver(returned);
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var handle = host.Script.Handle;
        host.Script.Handle = async (context, db) =>
        {
            if (host.Script.Runs == 1)
            {
                await postgres.StopAsync(); // between what was read and the commit
                stopped.SetResult();
            }

            await handle(context, db);
        };

        await host.Bus.Publish(new WriteNote("short"), Token);
        await stopped.Task.WaitAsync(Token);
        await postgres.StartAsync(Token);

        await Eventually.Is(() => host.Wire.Of<NoteWritten>().Count == 1, TimeSpan.FromSeconds(30), Token);
        returned.Times.ShouldBeEmpty();
        host.Wire.Of<Fault<WriteNote>>().ShouldBeEmpty();
    }

    /// <summary>How often each message went back to its queue.</summary>
    private sealed class Returned : IReceiveObserver
    {
        public ConcurrentDictionary<Guid, int> Times { get; } = new();

        public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
            where T : class
        {
            if (consumerType.Contains("OutageFilter", StringComparison.Ordinal))
            {
                Times.AddOrUpdate(context.MessageId ?? Guid.Empty, 1, (_, times) => times + 1);
            }

            return Task.CompletedTask;
        }

        public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

        public Task PostReceive(ReceiveContext context) => Task.CompletedTask;

        public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
            where T : class => Task.CompletedTask;

        public Task ReceiveFault(ReceiveContext context, Exception exception) => Task.CompletedTask;
    }
}
