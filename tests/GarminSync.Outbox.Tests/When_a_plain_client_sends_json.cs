using GarminSync.Testing;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using Shouldly;
using Xunit;

namespace GarminSync.Outbox.Tests;

public sealed class When_a_plain_client_sends_json(RabbitMqBroker broker, PostgreSqlServer postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Setup.SqliteRabbitMq)]
    [InlineData(Setup.PostgreSqlRabbitMq)]
    public async Task A_message_without_an_id_is_handled_each_time_it_comes_and_its_events_go_out(Setup setup)
    {
        var virtualHost = await broker.CreateVirtualHostAsync(Token);
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal);
        var folder = Directory.CreateTempSubdirectory("garminsync-state-");
        settings["DataFolder"] = folder.FullName;
        if (setup == Setup.PostgreSqlRabbitMq)
        {
            settings["State:Provider"] = "PostgreSql";
            settings["State:ConnectionString"] = await postgres.CreateDatabaseAsync(Token);
        }

        await using var host = await StateHost.StartAsync(
            settings,
            virtualHost.Amqp,
            folder,
            services => services.AddSingleton<IConfigureReceiveEndpoint, PlainJson>());
        host.Script.Handle = (context, db) =>
        {
            db.Add(new Note { Id = Guid.NewGuid().ToString() });
            return context.Publish(new NoteWritten(context.Message.Id), context.CancellationToken);
        };

        await using var connection = await new ConnectionFactory { Uri = virtualHost.Amqp }.CreateConnectionAsync(Token);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Token);
        for (var copy = 0; copy < 2; copy++)
        {
            await channel.BasicPublishAsync("NoteWriter", "", """{"id":"plain"}"""u8.ToArray(), Token);
        }

        await Eventually.Equals(2, () => Task.FromResult(host.Wire.Of<NoteWritten>().Count(written => written.Message.Id == "plain")), cancellationToken: Token);
        (await host.NotesAsync()).Count.ShouldBe(2);
        await host.OutboxIsEmptyAsync();
    }

    private sealed class PlainJson : IConfigureReceiveEndpoint
    {
        public void Configure(string name, IReceiveEndpointConfigurator configurator)
        {
            if (name == "NoteWriter")
            {
                configurator.DefaultContentType = new System.Net.Mime.ContentType("application/json");
                configurator.UseRawJsonDeserializer(isDefault: true);
            }
        }
    }
}
