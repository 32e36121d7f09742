using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using GarminSync.Bus;
using GarminSync.Contracts;
using GarminSync.Testing;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RabbitMQ.Client;

namespace GarminSync.Gateway.Tests.DeadLetters;

/// <summary>A gateway on a real broker, and the queue <c>sync-requested</c> with a consumer that fails as the test says.</summary>
internal sealed class PoisonedQueue : IAsyncDisposable
{
    public const string Queue = "sync-requested";
    public const string Errors = "sync-requested_error";

    private readonly IHost _consumers;
    private readonly IConnection _connection;

    private PoisonedQueue(IHost consumers, IConnection connection, IChannel channel, GatewayHost gateway) =>
        (_consumers, _connection, Channel, Gateway) = (consumers, connection, channel, gateway);

    public GatewayHost Gateway { get; }

    /// <summary>For what an operator's tools would do. Confirms what it publishes.</summary>
    public IChannel Channel { get; }

    /// <summary>What the consumer does with a message.</summary>
    public Handling Consumer => _consumers.Services.GetRequiredService<Handling>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<PoisonedQueue> StartAsync(RabbitMqBroker broker)
    {
        var virtualHost = await broker.CreateVirtualHostAsync(Token);
        string[] settings = [$"--RabbitMq:Url={virtualHost.Amqp}"];
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddCommandLine(settings);
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<Handling>();
        builder.Services.AddGarminSyncBus(builder.Configuration, bus =>
        {
            bus.AddConsumer<FailingConsumer>().Endpoint(endpoint => endpoint.Name = Queue);
            bus.AddHandler<GetOperations>(context => context.RespondAsync(new OperationsReport { Accounts = [], Jobs = [], Outages = [], GarminRequests = [] }));
        });
        var consumers = builder.Build();
        await consumers.StartAsync(Token);
        await consumers.Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, Token);

        var connection = await new ConnectionFactory { Uri = virtualHost.Amqp }.CreateConnectionAsync(Token);
        var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), Token);
        var gateway = await GatewayHost.StartAsync(consumers: null, ["--Transport=RabbitMq", .. settings]);
        return new PoisonedQueue(consumers, connection, channel, gateway);
    }

    /// <summary>Publishes a message in MassTransit's envelope, and returns its id when it has failed. <paramref name="message"/> is its JSON.</summary>
    public async Task<string> FailOneAsync(string message = """{"userId": "7"}""")
    {
        var id = Guid.NewGuid();
        var before = await CountAsync(Errors);
        var envelope = $$"""{"messageId": "{{id}}", "messageType": ["urn:message:GarminSync.Contracts:SyncRequested"], "message": {{message}}}""";
        await Channel.BasicPublishAsync(
            Queue, "", mandatory: true, new BasicProperties { MessageId = id.ToString(), ContentType = "application/vnd.masstransit+json" }, Encoding.UTF8.GetBytes(envelope), Token);
        await Eventually.Equals(before + 1, () => CountAsync(Errors), cancellationToken: Token);
        return id.ToString();
    }

    /// <summary>Puts bodies among the dead letters as they are, after the consumer has made that queue.</summary>
    public async Task PutAsideAsync(params IEnumerable<(string? Id, byte[] Body)> messages)
    {
        foreach (var (id, body) in messages)
        {
            var properties = new BasicProperties { Persistent = true };
            if (id is not null)
            {
                properties.MessageId = id;
            }

            await Channel.BasicPublishAsync(Errors, "", mandatory: true, properties, body, Token);
        }
    }

    /// <summary>Makes the queue for errors, as the first failure does, and leaves it empty.</summary>
    public async Task MakeErrorQueueAsync()
    {
        await FailOneAsync();
        await Channel.QueuePurgeAsync(Errors, Token);
    }

    /// <summary>How many messages wait in a queue; 0 when there is none of that name.</summary>
    public async Task<int> CountAsync(string queue)
    {
        try
        {
            await using var channel = await _connection.CreateChannelAsync(cancellationToken: Token);
            return (int)await channel.MessageCountAsync(queue, Token);
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            return 0;
        }
    }

    public async Task<IReadOnlyList<JsonElement>> LettersAsync(string queue = Errors, string query = "")
    {
        var list = await GetAsync($"/api/dead-letters/{queue}{query}");
        return [.. list.GetProperty("dead_letters").EnumerateArray()];
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await Gateway.Client.GetAsync(new Uri(path, UriKind.Relative), Token);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.TextAsync());
        return await answer.JsonAsync();
    }

    public Task<HttpResponseMessage> PutBackAsync(string id, string queue = Errors) =>
        Gateway.Client.PostAsync(new Uri($"/api/dead-letters/{queue}/{id}/requeue", UriKind.Relative), content: null, Token);

    public Task<HttpResponseMessage> DiscardAsync(string id, string queue = Errors) =>
        Gateway.Client.DeleteAsync(new Uri($"/api/dead-letters/{queue}/{id}", UriKind.Relative), Token);

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await _connection.DisposeAsync();
        await _consumers.StopAsync(CancellationToken.None);
        _consumers.Dispose();
    }

    /// <summary>What comes of a message, and which came.</summary>
    internal sealed class Handling
    {
        public Func<Exception?> Failure { get; set; } = () => new InvalidOperationException("There is no such thing.");

        public ConcurrentQueue<ConsumeContext<SyncRequested>> Handled { get; } = new();
    }

    internal sealed class FailingConsumer(Handling handling) : IConsumer<SyncRequested>
    {
        public Task Consume(ConsumeContext<SyncRequested> context)
        {
            if (handling.Failure() is { } failure)
            {
                return Task.FromException(failure);
            }

            handling.Handled.Enqueue(context);
            return Task.CompletedTask;
        }
    }
}
