using GarminSync.Testing;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace GarminSync.Outbox.Tests;

public sealed class When_a_message_comes_more_than_once(RabbitMqBroker broker, PostgreSqlServer postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EverySetup]
    public async Task A_consumer_handles_it_once(Setup setup)
    {
        await using var host = await StateHost.StartAsync(setup, broker, postgres);
        var messageId = Guid.NewGuid();
        await host.Bus.Publish(new WriteNote("once"), context => context.MessageId = messageId, Token);
        await Eventually.Equals(1, () => Task.FromResult(host.Wire.Of<NoteWritten>().Count), cancellationToken: Token);

        for (var copy = 0; copy < 4; copy++)
        {
            await host.Bus.Publish(new WriteNote("once"), context => context.MessageId = messageId, Token);
        }

        await ProcessSomethingElseAsync(host);
        host.Script.Runs.ShouldBe(2); // the first copy and the other message
        host.Wire.Of<NoteWritten>().Count(written => written.Message.Id == "once").ShouldBe(1);
    }

    [Theory, EverySetup]
    public async Task Copies_at_the_same_time_have_one_effect(Setup setup)
    {
        await using var host = await StateHost.StartAsync(setup, broker, postgres);
        var messageId = Guid.NewGuid();
        var together = new TaskCompletionSource();
        var handle = host.Script.Handle;
        host.Script.Handle = async (context, db) =>
        {
            if (Volatile.Read(ref host.Script.Runs) == 5)
            {
                together.TrySetResult();
            }

            await together.Task.WaitAsync(context.CancellationToken);
            db.Add(new Note { Id = Guid.NewGuid().ToString() });
            await context.Publish(new NoteWritten(context.Message.Id), context.CancellationToken);
        };

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => host.Bus.Publish(new WriteNote("together"), context => context.MessageId = messageId, Token)));

        await Eventually.Equals(5, () => Task.FromResult(host.Script.Runs), cancellationToken: Token);
        host.Script.Handle = handle;
        await ProcessSomethingElseAsync(host);
        host.Wire.Of<Fault<WriteNote>>().ShouldBeEmpty();
        (await host.NotesAsync()).Count.ShouldBe(2); // one of the winner, one of the other message
        host.Wire.Of<NoteWritten>().Count(written => written.Message.Id == "together").ShouldBe(1);
    }

    [Theory, EverySetup]
    public async Task A_saga_counts_it_once(Setup setup)
    {
        await using var host = await StateHost.StartAsync(setup, broker, postgres);
        var (id, messageId) = (Guid.NewGuid(), Guid.NewGuid());

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => host.Bus.Publish(new Tick(id), context => context.MessageId = messageId, Token)));
        await host.Bus.Publish(new Tick(id), Token);

        await Eventually.Equals(2, () => Task.FromResult(host.Wire.Of<Ticked>().Count), cancellationToken: Token);
        await host.OutboxIsEmptyAsync();
        (await host.TallyAsync(id))!.Count.ShouldBe(2);
        (await host.ReadAsync(db => db.Inbox.CountAsync(Token))).ShouldBe(2);
    }

    // All copies were published before it, and are taken from the queue before it.
    private static async Task ProcessSomethingElseAsync(StateHost host)
    {
        await host.Bus.Publish(new WriteNote("last"), Token);
        await Eventually.Is(() => host.Wire.Of<NoteWritten>().Any(written => written.Message.Id == "last"), cancellationToken: Token);
        await host.OutboxIsEmptyAsync();
    }
}
