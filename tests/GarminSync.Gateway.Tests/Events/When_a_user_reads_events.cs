using System.Net;
using GarminSync.Contracts;
using GarminSync.Gateway.Tests.Access;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace GarminSync.Gateway.Tests.Events;

public sealed class When_a_user_reads_events
{
    private readonly KeptEvents _kept = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_sees_the_own_ones_and_the_operator_all()
    {
        await using var gateway = await TokenGateway.StartAsync(new StubConsumers { Events = _kept.Answer });
        using var seven = await gateway.UserAsync("7");
        using var eight = await gateway.UserAsync("8");
        var (first, second) = ($"{_kept.Add(nameof(SyncStarted), "7").Id}", $"{_kept.Add(nameof(SyncStarted), "8").Id}");

        (await ReadAsync(seven, "", 1)).ShouldBe([first]);
        (await ReadAsync(eight, "?user_id=8", 1)).ShouldBe([second]);
        (await ReadAsync(gateway.Operator, "", 2)).ShouldBe([first, second]);
        (await ReadAsync(gateway.Operator, "?user_id=8", 1)).ShouldBe([second]);

        using var foreign = await eight.GetAsync(new Uri("/api/garmin/events?user_id=7", UriKind.Relative), Token);
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var nobody = await gateway.Nobody.GetAsync(new Uri("/api/garmin/events", UriKind.Relative), Token);
        nobody.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_stream_ends_when_the_token_is_revoked()
    {
        await using var gateway = await TokenGateway.StartAsync(new StubConsumers { Events = _kept.Answer }, "--Gateway:Events:Heartbeat=00:00:00.1");
        using var user = await gateway.UserAsync("7");
        _kept.Add(nameof(SyncStarted));
        await using var stream = await OpenStream.OpenAsync(user, "/api/garmin/events", "100");
        await stream.ReadAsync();

        using var revoked = await gateway.Operator.DeleteAsync(new Uri("/api/tokens/7", UriKind.Relative), Token);
        var later = _kept.Add(nameof(SyncProgressed));
        await gateway.Host.Services.GetRequiredService<IBus>().Publish(KeptEvents.News(later), Token);

        (await stream.NextAsync()).ShouldBeNull();
    }

    private static async Task<List<string?>> ReadAsync(HttpClient client, string query, int count)
    {
        await using var stream = await OpenStream.OpenAsync(client, $"/api/garmin/events{query}", "100");
        var ids = new List<string?>();
        for (var read = 0; read < count; read++)
        {
            ids.Add((await stream.ReadAsync()).EventId);
        }

        return ids;
    }
}
