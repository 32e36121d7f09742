using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminSync.Contracts;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_events_are_streamed(RabbitMqBroker broker)
{
    private const string All = "api/garmin/events";
    private const string OperatorKey = "operator-key-of-the-integration-tests";
    private const int Activities = 20;

    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Each_that_a_subscriber_of_the_bus_hears_comes_once_and_in_order_though_the_gateway_is_killed()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = Activities });
        await using var system = await DeployedSystem.StartAsync(broker, DeployedSystem.Settings(garmin));
        await garmin.SlowDownAsync("/download-service/*", TimeSpan.FromMilliseconds(100));
        var subscribers = await Task.WhenAll(PublicEventTypes.All.Select(type => PlainSubscriber.StartAsync(system.Amqp, type)));
        await using var follower = await EventFollower.StartAsync(system.Api.BaseAddress!, All);

        await system.Api.LinkAsync();
        var job = await system.Api.StartSyncAsync();
        await using var ofJob = await EventFollower.StartAsync(system.Api.BaseAddress!, $"{job.ToString().TrimStart('/')}/events");
        await Eventually.Is(() => Count(follower, nameof(ActivitySynced)) >= 3, LongEnough);
        await system.Gateway.KillAsync();
        await system.StartGatewayAsync();
        await ofJob.Ended.WaitAsync(LongEnough, TimeProvider.System, TestContext.Current.CancellationToken);
        await Eventually.Is(() => Count(follower, nameof(SyncCompleted)) == 1, LongEnough);

        var heard = await Eventually.Get(
            () => Task.FromResult(subscribers.SelectMany(subscriber => subscriber.Envelopes).ToList()), seen => seen.Count >= follower.Events.Count);
        heard.Select(MessageId).ShouldBeUnique();
        follower.Events.Select(one => MessageId(one.Data)).ShouldBe(heard.Select(MessageId), ignoreOrder: true);
        follower.Events.Select(Id).ShouldBe(follower.Events.Select(Id).Distinct().Order());
        follower.Connections.ShouldBeGreaterThan(1);
        Types(follower)[0].ShouldBe(nameof(GarminAccountLinked));
        ofJob.Events.Select(Id).ShouldBe(follower.Events.Where(one => one.EventType != nameof(GarminAccountLinked)).Select(Id).SkipWhile(id => id < Id(ofJob.Events.First())));
        Types(ofJob)[^1].ShouldBe(nameof(SyncCompleted));
        foreach (var one in follower.Events)
        {
            var envelope = heard.Single(envelope => MessageId(envelope) == MessageId(one.Data));
            envelope.GetProperty("messageType")[0].GetString().ShouldBe(one.Data.GetProperty("messageType")[0].GetString());
            JsonElement.DeepEquals(envelope.GetProperty("message"), one.Data.GetProperty("message")).ShouldBeTrue(one.EventType);
        }

        foreach (var subscriber in subscribers)
        {
            await subscriber.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_user_hears_of_the_own_account_only_and_the_operator_of_all()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 2 });
        var settings = new Dictionary<string, string?>(RunningSystem.Settings(garmin), StringComparer.Ordinal)
        {
            ["Gateway:Auth:Mode"] = "Token",
            ["Gateway:Auth:OperatorKey"] = OperatorKey,
        };
        await using var system = await HostedSystem.StartAsync(broker, settings);
        await garmin.AddAthleteAsync("second@example.com", activities: 2);
        var server = system.Api.BaseAddress!;
        using var owner = new HttpClient { BaseAddress = server, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", OperatorKey) } };
        var users = new[] { await owner.LinkAsync(), await owner.LinkAsync("second@example.com") };
        var tokens = new[] { await MintAsync(owner, users[0]), await MintAsync(owner, users[1]) };
        await using var everything = await EventFollower.StartAsync(server, All, OperatorKey);
        await using var first = await EventFollower.StartAsync(server, All, tokens[0]);
        await using var second = await EventFollower.StartAsync(server, $"{All}?user_id={users[1]}", tokens[1]);

        foreach (var user in users)
        {
            await owner.SyncAsync(new { user_id = user });
        }

        await Eventually.Is(() => Count(everything, nameof(SyncCompleted)) == 2 && Count(first, nameof(SyncCompleted)) == 1 && Count(second, nameof(SyncCompleted)) == 1);
        first.Events.ShouldAllBe(one => UserId(one) == users[0]);
        second.Events.ShouldAllBe(one => UserId(one) == users[1]);
        first.Events.Concat(second.Events).Select(Id).Order().ShouldBe(everything.Events.Select(Id));
    }

    [Fact]
    public async Task The_standalone_goes_on_where_it_was_killed()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = Activities });
        await garmin.SlowDownAsync("/download-service/*", TimeSpan.FromMilliseconds(200));
        var folder = Directory.CreateTempSubdirectory("standalone-").FullName;
        var url = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        var settings = new Dictionary<string, string?>(RunningSystem.Settings(garmin), StringComparer.Ordinal)
        {
            ["DataFolder"] = folder,
            ["CentralDb:Url"] = $"http://127.0.0.1:{FreePort.Next()}",
        };
        await using var server = await RunningService.StartAsync(ServiceProgram.Standalone, url, settings);
        await using var follower = await EventFollower.StartAsync(url, All);
        await server.Http.LinkAsync();
        var job = await server.Http.StartSyncAsync();
        await Eventually.Is(() => Count(follower, nameof(ActivitySynced)) >= 3, LongEnough);

        await server.KillAsync();
        await using var again = await RunningService.StartAsync(ServiceProgram.Standalone, url, settings);
        await Eventually.Is(() => Count(follower, nameof(SyncCompleted)) == 1, LongEnough);

        var synced = follower.Events.Where(one => one.EventType == nameof(ActivitySynced)).Select(one => one.Data.GetProperty("message").GetProperty("garminActivityId").GetInt64());
        synced.ShouldBe(garmin.ActivitiesOf(GatewayCalls.UserName).Select(activity => activity.Id), ignoreOrder: true);
        follower.Events.Select(one => MessageId(one.Data)).ShouldBeUnique();
        follower.Events.Select(Id).ShouldBe(follower.Events.Select(Id).Distinct().Order());
        Types(follower)[^1].ShouldBe(nameof(SyncCompleted));
        using (var ofAnotherStore = await again.Http.GetAsync(new Uri($"{All}?last_event_id=12345", UriKind.Relative)))
        {
            ofAnotherStore.StatusCode.ShouldBe(HttpStatusCode.Gone);
        }

        // Whoever comes after the end is told of it at once.
        await using var late = await EventFollower.StartAsync(url, $"{job.ToString().TrimStart('/')}/events");
        await late.Ended.WaitAsync(LongEnough, TimeProvider.System, TestContext.Current.CancellationToken);
        Types(late).ShouldBe([nameof(SyncCompleted)]);

        await again.KillAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> MintAsync(HttpClient owner, string userId)
    {
        using var answer = await owner.PostAsJsonAsync("api/tokens", new { user_id = userId });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }

    private static int Count(EventFollower follower, string type) => Types(follower).Count(seen => seen == type);

    private static List<string> Types(EventFollower follower) => [.. follower.Events.Select(one => one.EventType)];

    private static long Id(SseItem<JsonElement> one) => long.Parse(one.EventId!, System.Globalization.CultureInfo.InvariantCulture);

    private static string MessageId(JsonElement envelope) => envelope.GetProperty("messageId").GetString()!;

    private static string? UserId(SseItem<JsonElement> one) => one.Data.GetProperty("message").GetProperty("userId").GetString();
}
