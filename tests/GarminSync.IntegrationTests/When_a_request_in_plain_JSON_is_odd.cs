using System.Text;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_a_request_in_plain_JSON_is_odd(RabbitMqBroker broker)
{
    private static readonly string[] ContentTypes = ["application/json", "application/json; charset=utf-8", "text/plain", "text/json"];

    private static readonly string[] Taken =
    [
        """{"userId": "USER"}""",
        """{"UserId": "USER"}""",
        """{"userId": "USER", "somethingOfALaterVersion": null}""",
        "\uFEFF{\"userId\": \"USER\"}", // with a byte order mark
        """{"userId": "USER", "jobId": null, "kinds": null, "startDate": null, "formats": null, "force": null, "ifRunning": null}""",
        """{"userId": "USER", "kinds": [], "formats": []}""",
        "{}", // the only account
        "",
    ];

    private static readonly (string Body, string Reason)[] Refused =
    [
        ("""{"userId": "USER", "startDate": "01.02.2026"}""", "startDate"),
        ("""{"userId": "USER", "startDate": "2026-02-30"}""", "startDate"),
        ("""{"userId": "USER", "endDate": ""}""", "endDate"),
        ("""{"userId": "USER", "startDate": "2026-03-01", "endDate": "2026-02-01"}""", "after"),
        ("""{"userId": "USER", "kinds": [null]}""", "kinds"),
        ("""{"userId": "USER", "kinds": ["everything"]}""", "everything"),
        ("""{"userId": "USER", "formats": ["pdf", null]}""", "pdf"),
        ("""{"userId": "nobody"}""", "nobody"),
        ("""{"userId": "USER", "start_date": "2026-05-02", "end_date": "2026-05-02"}""", "'start_date' (on the bus it is startDate), 'end_date' (on the bus it is endDate)"),
        ("""{"userId": "USER", "start_date": "2026-05-02",}""", "'start_date'"),
        ("""{"userId": "USER", /* two days */ "start_date": "2026-05-02"}""", "'start_date'"),
        ("""{"user_id": "USER"}""", "'user_id' (on the bus it is userId)"),
        ("""{"userId": "USER", "startdat": "2026-05-02"}""", "'startdat'"),
        ("""{"userId": "USER", "somethingNew": {"a": [1, 2]}}""", "'somethingNew'"),
        ("""{"messageType": ["urn:message:GarminSync.Contracts:SyncRequested"], "message": {"userId": "USER"}}""", "'messageType', 'message'"), // an envelope that does not say so
        ("\uFEFF{\"userId\": \"USER\", \"force_all\": true}", "'force_all'"),
    ];

    [Fact]
    public async Task What_is_clear_is_done_whatever_it_calls_itself()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 1 });
        await using var system = await HostedSystem.StartAsync(broker, HostedSystem.Settings(garmin));
        var userId = await system.Api.LinkAsync();
        await using var client = await PlainClient.ConnectAsync(system.Amqp);
        await using var ended = await PlainSubscriber.StartAsync(system.Amqp, "SyncCompleted");

        (string Body, string? ContentType)[] requests = [.. Taken.Select(body => (body, (string?)null)), .. ContentTypes.Select(type => (Taken[0], type))];
        for (var sent = 0; sent < requests.Length; sent++)
        {
            var (body, contentType) = requests[sent];
            await client.PublishAsync("GarminSync.Contracts:SyncRequested", "", Encoding.UTF8.GetBytes(body.Replace("USER", userId, StringComparison.Ordinal)), contentType);
            await Eventually.Equals(sent + 1, () => Task.FromResult(ended.Envelopes.Count), what: $"answers to {contentType} {body}");
        }
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_in_an_event()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 1 });
        await using var system = await HostedSystem.StartAsync(broker, HostedSystem.Settings(garmin));
        var userId = await system.Api.LinkAsync();
        await using var client = await PlainClient.ConnectAsync(system.Amqp);
        await using var failed = await PlainSubscriber.StartAsync(system.Amqp, "SyncFailed");

        foreach (var (body, reason) in Refused)
        {
            await client.PublishAsync("GarminSync.Contracts:SyncRequested", "", Encoding.UTF8.GetBytes(body.Replace("USER", userId, StringComparison.Ordinal)));
            await Eventually.Is(() => !failed.Envelopes.IsEmpty, what: body);
            failed.Envelopes.TryDequeue(out var envelope);
            envelope.GetProperty("message").GetProperty("reason").GetString()!.ShouldContain(reason);
        }

        (await client.CountAsync("sync-requested_error")).ShouldBe(0);
    }
}
