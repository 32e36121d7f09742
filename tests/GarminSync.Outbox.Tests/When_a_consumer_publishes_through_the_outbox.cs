using GarminSync.Testing;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Outbox.Tests;

public sealed class When_a_consumer_publishes_through_the_outbox(RabbitMqBroker broker, PostgreSqlServer postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EverySetup]
    public async Task Messages_and_rows_appear_together_after_it_has_ended(Setup setup)
    {
        await using var host = await StateHost.StartAsync(setup, broker, postgres);
        var (published, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var handle = host.Script.Handle;
        host.Script.Handle = async (context, db) =>
        {
            await handle(context, db);
            published.TrySetResult();
            await end.Task.WaitAsync(context.CancellationToken);
        };

        await host.Bus.Publish(new WriteNote("one"), Token);
        await published.Task.WaitAsync(Token);
        (await host.OutboxCountAsync()).ShouldBe(0);
        (await host.NotesAsync()).ShouldBeEmpty();
        host.Wire.Of<NoteWritten>().ShouldBeEmpty();
        end.SetResult();

        await Eventually.Equals(1, () => Task.FromResult(host.Wire.Of<NoteWritten>().Count), cancellationToken: Token);
        (await host.NotesAsync()).Count.ShouldBe(1);
        await host.OutboxIsEmptyAsync();
    }

    [Theory, EverySetup]
    public async Task Its_messages_keep_ids_headers_and_order(Setup setup)
    {
        await using var host = await StateHost.StartAsync(setup, broker, postgres);
        var (correlationId, firstId) = (Guid.NewGuid(), Guid.NewGuid());
        host.Script.Handle = async (context, _) =>
        {
            await context.Publish(new NoteWritten("first"), sent =>
            {
                sent.MessageId = firstId;
                sent.CorrelationId = correlationId;
                sent.Headers.Set("athlete", "42");
                sent.TimeToLive = TimeSpan.FromHours(1);
            }, context.CancellationToken);
            for (var number = 1; number <= 50; number++)
            {
                await context.Publish(new NoteWritten("later", number), context.CancellationToken);
            }
        };

        await host.Bus.Publish(new WriteNote("many"), sent => sent.ConversationId = correlationId, Token);

        await Eventually.Equals(51, () => Task.FromResult(host.Wire.Of<NoteWritten>().Count), cancellationToken: Token);
        host.Wire.Of<NoteWritten>().Select(written => written.Message.Number).ShouldBe(Enumerable.Range(0, 51));
        var first = host.Wire.Of<NoteWritten>()[0];
        first.MessageId.ShouldBe(firstId);
        first.CorrelationId.ShouldBe(correlationId);
        first.ConversationId.ShouldBe(correlationId);
        first.Headers.Get<string>("athlete").ShouldBe("42");
        first.ExpirationTime.ShouldNotBeNull();
        first.SourceAddress!.ToString().ShouldEndWith("NoteWriter");
        host.Wire.Of<NoteWritten>().Select(written => written.MessageId).Distinct().Count().ShouldBe(51);
    }

    [Theory, EverySetup]
    public async Task It_can_lock_before_it_reads_what_it_will_change(Setup setup)
    {
        await using var host = await StateHost.StartAsync(setup, broker, postgres);
        await host.ReadAsync(db =>
        {
            db.Add(new Note { Id = "counter", Text = "0" });
            return db.SaveChangesAsync(Token);
        });
        host.Script.Handle = async (context, db) =>
        {
            await db.BeginAsync(context.CancellationToken);
            var counter = db.IsSqlite
                ? await db.Set<Note>().SingleAsync(note => note.Id == "counter", context.CancellationToken)
                : (await db.Set<Note>().FromSql($"SELECT * FROM note WHERE id = 'counter' FOR UPDATE").ToListAsync(context.CancellationToken))[0];
            counter.Text = $"{int.Parse(counter.Text) + 1}";
            await context.Publish(new NoteWritten("counter", int.Parse(counter.Text)), context.CancellationToken);
        };

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => host.Bus.Publish(new WriteNote("counter"), Token)));

        await Eventually.Equals(40, () => Task.FromResult(host.Wire.Of<NoteWritten>().Count), cancellationToken: Token);
        (await host.NotesAsync()).Single().Text.ShouldBe("40");
    }

    [Theory, EverySetup]
    public async Task A_request_is_answered(Setup setup)
    {
        await using var host = await StateHost.StartAsync(setup, broker, postgres);
        host.Script.Handle = (context, db) =>
        {
            db.Add(new Note { Id = context.Message.Id });
            return context.RespondAsync(new NoteWritten(context.Message.Id));
        };
        await using var scope = host.Services.CreateAsyncScope();
        var client = scope.ServiceProvider.GetRequiredService<IRequestClient<WriteNote>>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => client.GetResponse<NoteWritten>(new WriteNote($"{number}"), Token)));

        answers.Select(answer => answer.Message.Id).ShouldBe(Enumerable.Range(0, 20).Select(number => $"{number}"));
    }

    [Theory, EverySetup]
    public async Task It_can_send_to_a_quorum_queue_by_the_queue_s_name(Setup setup)
    {
        await using var host = await StateHost.StartAsync(setup, broker, postgres);
        var handle = host.Script.Handle;
        host.Script.Handle = async (context, db) =>
        {
            if (context.Message.Id == "passes on")
            {
                var queue = await context.GetSendEndpoint(new Uri("queue:NoteWriter"));
                await queue.Send(new WriteNote("passed on"), context.CancellationToken);
                return;
            }

            await handle(context, db);
        };

        await host.Bus.Publish(new WriteNote("passes on"), Token);

        await Eventually.Is(() => host.Wire.Of<NoteWritten>().Any(written => written.Message.Id == "passed on"), cancellationToken: Token);
    }

    [Theory, EverySetup]
    public async Task Publishing_without_a_message_at_hand_is_one_commit_too(Setup setup)
    {
        await using var host = await StateHost.StartAsync(setup, broker, postgres);
        var messageId = Guid.NewGuid();
        await using (var scope = host.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<OutboxDbContext>().Add(new Note { Id = "forgotten" });
            await scope.ServiceProvider.GetRequiredService<StateOutbox>().Publisher.Publish(new NoteWritten("forgotten"), Token);
        }

        await using (var scope = host.Services.CreateAsyncScope())
        {
            var outbox = scope.ServiceProvider.GetRequiredService<StateOutbox>();
            scope.ServiceProvider.GetRequiredService<OutboxDbContext>().Add(new Note { Id = "due" });
            await outbox.Publisher.Publish(new NoteWritten("due"), sent => sent.MessageId = messageId, Token);
            await outbox.CommitAsync(Token);
        }

        await Eventually.Equals(1, () => Task.FromResult(host.Wire.Of<NoteWritten>().Count), cancellationToken: Token);
        host.Wire.Of<NoteWritten>().Single().MessageId.ShouldBe(messageId);
        (await host.NotesAsync()).Select(note => note.Id).ShouldBe(["due"]);
        await host.OutboxIsEmptyAsync();
    }
}
