using System.Net;
using System.Text.Json;
using GarminSync.Testing;
using RabbitMQ.Client;

namespace GarminSync.Gateway.Tests;

[Collection(nameof(OneBroker))]
public sealed class When_nobody_takes_a_request(RabbitMqBroker broker)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Else it would end among the dead letters, where a person would have to tell it from what was lost.</summary>
    [Fact]
    public async Task It_says_itself_when_it_expires_and_the_broker_keeps_it()
    {
        var host = await broker.CreateVirtualHostAsync(Token);
        await using var connection = await new ConnectionFactory { Uri = host.Amqp }.CreateConnectionAsync(Token);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Token);
        const string Exchange = "GarminSync.Contracts:ListSyncJobs";
        await channel.ExchangeDeclareAsync(Exchange, "fanout", durable: true, cancellationToken: Token);
        await channel.QueueDeclareAsync("taken-by-nobody", durable: true, exclusive: false, autoDelete: false, cancellationToken: Token);
        await channel.QueueBindAsync("taken-by-nobody", Exchange, "", cancellationToken: Token);
        await using var gateway = await GatewayHost.StartAsync(consumers: null, "--Transport=RabbitMq", $"--RabbitMq:Url={host.Amqp}");

        var before = TimeProvider.System.GetUtcNow();
        using var answer = await gateway.Client.GetAsync(new Uri("/api/garmin/sync/jobs", UriKind.Relative), Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.GatewayTimeout);
        var request = (await channel.BasicGetAsync("taken-by-nobody", autoAck: true, Token))!;
        request.BasicProperties.Expiration.ShouldBeNull();
        var envelope = JsonDocument.Parse(request.Body).RootElement;
        envelope.GetProperty("expirationTime").GetDateTimeOffset().ShouldBe(before.AddSeconds(10), TimeSpan.FromSeconds(10));
        envelope.GetProperty("responseAddress").GetString()!.ShouldNotBeEmpty();
    }
}
