using System.Net;
using System.Text;
using GarminSync.Testing;
using RabbitMQ.Client;
using Shouldly;
using Xunit;

namespace GarminSync.ChaosTests;

public sealed class When_PostgreSQL_is_away_for_a_while(RabbitMqBroker broker, PostgreSqlServer postgres)
{
    private const int MoreThanQuickRetries = 20;

    [Fact]
    public async Task Requests_that_come_meanwhile_become_jobs_when_it_is_back()
    {
        Assert.SkipUnless(RabbitMqBroker.CanStop && PostgreSqlServer.CanStop, "The servers that the environment names cannot be killed.");
        await using var system = await Deployment.StartAsync(broker, postgres);
        var users = await system.Gateway.LinkAllAsync();

        await postgres.KillAsync();
        await RequestSyncsAsync(system.Amqp, users);
        await Eventually.Is(() => Task.FromResult(system.TimesWritten("waits for the state store") >= MoreThanQuickRetries), TimeSpan.FromMinutes(1));
        await WhoAsksIsToldAsync(system.Gateway);
        await postgres.StartAsync();

        await system.State.HasSyncedAsync(ChaosSize.Activities);
        await system.State.HasEndedAsync();
        (await system.State.TroublesAsync()).ShouldBeEmpty();
    }

    private static async Task WhoAsksIsToldAsync(HttpClient gateway)
    {
        foreach (var call in (string[])["api/garmin/accounts", "api/garmin/sync/jobs", "api/garmin/sync/status"])
        {
            using var answer = await gateway.GetAsync(new Uri(call, UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, call);
            (await answer.Content.ReadAsStringAsync()).ShouldContain("state store");
        }
    }

    // As a service in another language does it, which waits for the broker and for no answer, and so cannot ask again.
    private static async Task RequestSyncsAsync(Uri amqp, IEnumerable<string> users)
    {
        await using var connection = await new ConnectionFactory { Uri = amqp }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        foreach (var user in users)
        {
            var body = Encoding.UTF8.GetBytes($$"""{"userId": "{{user}}", "jobId": "{{Guid.NewGuid()}}"}""");
            await channel.BasicPublishAsync("GarminSync.Contracts:SyncRequested", routingKey: "", mandatory: true, body);
        }
    }
}
