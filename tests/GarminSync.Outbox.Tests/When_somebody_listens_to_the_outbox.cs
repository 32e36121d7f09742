using GarminSync.Testing;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Outbox.Tests;

public sealed class When_somebody_listens_to_the_outbox(RabbitMqBroker broker, PostgreSqlServer postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Setup.SqliteInMemory)]
    [InlineData(Setup.PostgreSqlInMemory)]
    public async Task What_it_keeps_of_a_message_is_committed_with_it(Setup setup)
    {
        var listener = new Listener();
        await using var host = await StateHost.StartAsync(setup, broker, postgres, services => services.AddSingleton<IOutboxListener>(listener));
        var messageId = Guid.NewGuid();
        host.Script.Handle = (context, _) => context.Publish(new NoteWritten("said"), publish => publish.MessageId = messageId, context.CancellationToken);

        await host.Bus.Publish(new WriteNote("any"), Token);

        var kept = await Eventually.Get(host.NotesAsync, notes => notes.Count > 0, cancellationToken: Token);
        kept.ShouldHaveSingleItem().Id.ShouldBe(messageId.ToString());
        kept[0].Text.ShouldContain("\"said\"");
        await Eventually.Is(() => listener.Committed.Contains(messageId), cancellationToken: Token);
        listener.Types.ShouldHaveSingleItem().ShouldBe(MessageUrn.ForTypeString<NoteWritten>());
    }

    [Fact]
    public async Task It_keeps_nothing_of_a_handler_that_failed()
    {
        var listener = new Listener();
        await using var host = await StateHost.StartAsync(Setup.SqliteInMemory, broker, postgres, services => services.AddSingleton<IOutboxListener>(listener));
        host.Script.Handle = async (context, _) =>
        {
            await context.Publish(new NoteWritten("said"), context.CancellationToken);
            throw new InvalidOperationException("The handler fails.");
        };

        await host.Bus.Publish(new WriteNote("any"), Token);

        await Eventually.Equals(1, () => Task.FromResult(host.Wire.Of<Fault<WriteNote>>().Count), cancellationToken: Token);
        (await host.NotesAsync()).ShouldBeEmpty();
        listener.Committed.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_answer_to_a_request_is_told_from_an_event_of_the_same_type()
    {
        var listener = new Listener();
        await using var host = await StateHost.StartAsync(Setup.SqliteInMemory, broker, postgres, services => services.AddSingleton<IOutboxListener>(listener));
        host.Script.Handle = async (context, _) =>
        {
            await context.Publish(new NoteWritten("event"), context.CancellationToken);
            await context.RespondAsync(new NoteWritten("answer"));
        };

        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IScopedClientFactory>().CreateRequestClient<WriteNote>().GetResponse<NoteWritten>(new WriteNote("any"), Token);

        listener.Answers.ShouldBe([false, true]);
    }

    private sealed class Listener : IOutboxListener
    {
        public List<Guid> Committed { get; } = [];

        public List<string> Types { get; } = [];

        public List<bool> Answers { get; } = [];

        public void Committing(OutboxDbContext db, IReadOnlyList<OutgoingMessage> messages)
        {
            Types.AddRange(messages.Select(message => message.MessageType));
            Answers.AddRange(messages.Select(message => message.IsAnswer));
            db.AddRange(messages.Select(message => new Note { Id = message.MessageId.ToString(), Text = message.Body }));
        }

        void IOutboxListener.Committed(IReadOnlyList<OutgoingMessage> messages) => Committed.AddRange(messages.Select(message => message.MessageId));
    }
}
