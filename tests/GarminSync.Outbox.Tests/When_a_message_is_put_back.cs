using GarminSync.Testing;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using Shouldly;
using Xunit;

namespace GarminSync.Outbox.Tests;

public sealed class When_a_message_is_put_back(RabbitMqBroker broker, PostgreSqlServer postgres)
{
    private readonly ManualClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EverySetup]
    public async Task It_comes_again_when_the_delay_is_over_with_its_id_and_headers(Setup setup)
    {
        await using var host = await StateHost.StartAsync(setup, broker, postgres, services => services.AddSingleton<TimeProvider>(_clock));
        var id = Guid.NewGuid();

        await host.Bus.Publish(new ComeBack("later", Times: 2), sent => sent.CorrelationId = id, Token);
        await Eventually.Equals(1, host.OutboxCountAsync, cancellationToken: Token);
        _clock.Advance(Returner.Delay - TimeSpan.FromSeconds(1));
        (await host.OutboxCountAsync()).ShouldBe(1);
        host.Wire.Of<NoteWritten>().ShouldBeEmpty();

        var written = await ComesAsync(host);
        written.Message.Number.ShouldBe(2);
        written.InitiatorId.ShouldBe(id);
        await host.OutboxIsEmptyAsync();
    }

    [Fact]
    public async Task Plain_JSON_without_an_id_comes_again_too()
    {
        var virtualHost = await broker.CreateVirtualHostAsync(Token);
        var folder = Directory.CreateTempSubdirectory("garminsync-state-");
        await using var host = await StateHost.StartAsync(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["DataFolder"] = folder.FullName },
            virtualHost.Amqp,
            folder,
            services => services.AddSingleton<TimeProvider>(_clock).AddSingleton<IConfigureReceiveEndpoint>(new PlainJson("Returner")));
        await using var connection = await new ConnectionFactory { Uri = virtualHost.Amqp }.CreateConnectionAsync(Token);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Token);

        await channel.BasicPublishAsync("Returner", "", """{"id":"plain","times":2}"""u8.ToArray(), Token);

        (await ComesAsync(host)).Message.ShouldBe(new NoteWritten("plain", 2));
    }

    private async Task<ConsumeContext<NoteWritten>> ComesAsync(StateHost host)
    {
        await Eventually.Is(
            () =>
            {
                _clock.Advance(TimeSpan.FromSeconds(5));
                return Task.FromResult(host.Wire.Of<NoteWritten>().Count > 0);
            },
            TimeSpan.FromSeconds(30),
            cancellationToken: Token);
        return host.Wire.Of<NoteWritten>().ShouldHaveSingleItem();
    }
}
