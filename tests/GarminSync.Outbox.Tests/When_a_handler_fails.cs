using GarminSync.Testing;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Outbox.Tests;

public sealed class When_a_handler_fails(RabbitMqBroker broker, PostgreSqlServer postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EverySetup]
    public async Task Nothing_that_it_published_goes_out_and_nothing_that_it_wrote_stays(Setup setup)
    {
        await using var host = await StateHost.StartAsync(setup, broker, postgres);
        var handle = host.Script.Handle;
        host.Script.Handle = async (context, db) =>
        {
            await handle(context, db);
            var injected = context.GetPayload<IServiceProvider>().GetRequiredService<IPublishEndpoint>();
            await injected.Publish(new NoSuchTally(Guid.Empty), context.CancellationToken);
            if (context.Message.Id == "bad")
            {
                throw new InvalidOperationException("after publishing");
            }
        };

        await host.Bus.Publish(new WriteNote("bad"), Token);
        await ItFaultsAsync(host);

        host.Script.Runs.ShouldBe(3);
        await OnlyTheNextOneIsWrittenAsync(host);
        await Eventually.Equals(1, () => Task.FromResult(host.Wire.Of<NoSuchTally>().Count), cancellationToken: Token);
    }

    [Theory, EverySetup]
    public async Task A_success_after_a_retry_counts_once(Setup setup)
    {
        await using var host = await StateHost.StartAsync(setup, broker, postgres);
        var handle = host.Script.Handle;
        host.Script.Handle = async (context, db) =>
        {
            await handle(context, db);
            if (host.Script.Runs < 3)
            {
                throw new InvalidOperationException("not yet");
            }
        };

        await host.Bus.Publish(new WriteNote("third time"), Token);

        await Eventually.Is(() => host.Wire.Of<NoteWritten>().Count > 0, cancellationToken: Token);
        await host.OutboxIsEmptyAsync();
        host.Wire.Of<NoteWritten>().Count.ShouldBe(1);
        (await host.NotesAsync()).Select(note => note.Id).ShouldBe(["third time"]);
    }

    [Theory, EverySetup]
    public async Task A_save_that_fails_is_a_fault_like_any_other(Setup setup)
    {
        await using var host = await StateHost.StartAsync(setup, broker, postgres);
        await host.ReadAsync(db =>
        {
            db.Add(new Note { Id = "bad" });
            return db.SaveChangesAsync(Token);
        });

        await host.Bus.Publish(new WriteNote("bad"), Token);
        await ItFaultsAsync(host);

        await OnlyTheNextOneIsWrittenAsync(host);
    }

    [Theory, EverySetup]
    public async Task A_request_that_was_answered_first_gets_the_fault(Setup setup)
    {
        await using var host = await StateHost.StartAsync(setup, broker, postgres);
        host.Script.Handle = async (context, _) =>
        {
            await context.RespondAsync(new NoteWritten(context.Message.Id));
            throw new InvalidOperationException("after answering");
        };
        await using var scope = host.Services.CreateAsyncScope();
        var client = scope.ServiceProvider.GetRequiredService<IRequestClient<WriteNote>>();

        var fault = await Should.ThrowAsync<RequestFaultException>(client.GetResponse<NoteWritten>(new WriteNote("answered"), Token));

        fault.Message.ShouldContain("after answering");
    }

    private static Task ItFaultsAsync(StateHost host) =>
        Eventually.Is(() => host.Wire.Of<Fault<WriteNote>>().Count == 1, cancellationToken: Token);

    private static async Task OnlyTheNextOneIsWrittenAsync(StateHost host)
    {
        await host.Bus.Publish(new WriteNote("good"), Token);
        await Eventually.Is(() => host.Wire.Of<NoteWritten>().Any(written => written.Message.Id == "good"), cancellationToken: Token);
        await host.OutboxIsEmptyAsync();
        host.Wire.Of<NoteWritten>().Count.ShouldBe(1);
        (await host.ReadAsync(db => db.Inbox.CountAsync(Token))).ShouldBe(1);
    }
}
