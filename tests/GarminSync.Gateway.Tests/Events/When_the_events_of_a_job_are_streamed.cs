using System.Net;
using GarminSync.Contracts;

namespace GarminSync.Gateway.Tests.Events;

public sealed class When_the_events_of_a_job_are_streamed
{
    private static readonly string Path = $"/api/garmin/sync/jobs/{StubConsumers.JobId}/events";

    private readonly KeptEvents _kept = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(SyncCompleted))]
    [InlineData(nameof(SyncFailed))]
    [InlineData(nameof(SyncCancelled))]
    public async Task The_stream_ends_with_it(string end)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers { Events = _kept.Answer });
        foreach (var type in new[] { nameof(SyncStarted), nameof(ActivitySynced), end, nameof(ActivitySynced) })
        {
            _kept.Add(type, jobId: StubConsumers.JobId);
            _kept.Add(type, jobId: Guid.NewGuid());
        }

        await using var stream = await OpenStream.OpenAsync(gateway.Client, Path, "100");

        (await stream.ReadAsync()).EventType.ShouldBe(nameof(SyncStarted));
        (await stream.ReadAsync()).EventType.ShouldBe(nameof(ActivitySynced));
        (await stream.ReadAsync()).EventType.ShouldBe(end);
        (await stream.NextAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task What_came_after_its_end_is_given_to_who_comes_back_and_then_the_stream_ends()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers { Events = _kept.Answer });
        var end = _kept.Add(nameof(SyncCancelled), jobId: StubConsumers.JobId);
        _kept.Add(nameof(ActivitySynced), jobId: StubConsumers.JobId);
        _kept.JobHasEnded = true;

        await using var stream = await OpenStream.OpenAsync(gateway.Client, Path, $"{end.Id}");

        (await stream.ReadAsync()).EventType.ShouldBe(nameof(ActivitySynced));
        (await stream.NextAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task One_that_has_ended_and_has_no_more_events_has_no_content()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers { Events = _kept.Answer });
        var end = _kept.Add(nameof(SyncCompleted), jobId: StubConsumers.JobId);
        _kept.JobHasEnded = true;

        using var answer = await gateway.Client.GetAsync(new Uri($"{Path}?last_event_id={end.Id}", UriKind.Relative), Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("no-guid")]
    [InlineData("0193b0a1-7c00-7000-8000-00000000dead")]
    public async Task One_that_does_not_exist_is_not_found(string job)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers { AboutJob = _ => new SyncJobNotFound(), Events = _kept.Answer });

        using var answer = await gateway.Client.GetAsync(new Uri($"/api/garmin/sync/jobs/{job}/events", UriKind.Relative), Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.DetailAsync()).ShouldContain(job);
    }
}
