using System.Net;
using GarminSync.Contracts;

namespace GarminSync.Gateway.Tests;

public sealed class When_a_schedule_is_set
{
    private static readonly Uri Schedule = new("/api/garmin/accounts/7/schedule", UriKind.Relative);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_passes_it_on_and_answers_with_the_next_time()
    {
        var consumers = new StubConsumers();
        await using var gateway = await GatewayHost.StartAsync(consumers);

        using var answer = await gateway.Client.PutAsync(Schedule, HttpAnswers.Json("""{"cron": "0 */6 * * *", "time_zone": "Europe/Berlin", "kinds": ["health"], "smart": true}"""), Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.TextAsync()).ShouldBe("""{"user_id":"7","source":"own","every":null,"cron":"0 */6 * * *","time_zone":"Europe/Berlin","kinds":["activities","health"],"smart":true,"next_sync_at":"2026-11-22T11:02:17+00:00"}""");
        var set = consumers.Received<SetSyncSchedule>().ShouldHaveSingleItem();
        (set.UserId, set.Every, set.Cron, set.TimeZone, set.Smart).ShouldBe(("7", null, "0 */6 * * *", "Europe/Berlin", true));
        set.Kinds.ShouldBe(["health"]);
    }

    [Fact]
    public async Task It_shows_it_and_removes_it()
    {
        var consumers = new StubConsumers();
        await using var gateway = await GatewayHost.StartAsync(consumers);

        using var shown = await gateway.Client.GetAsync(Schedule, Token);
        using var removed = await gateway.Client.DeleteAsync(Schedule, Token);

        (await shown.JsonAsync()).GetProperty("source").GetString().ShouldBe("own");
        removed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        consumers.Received<RemoveSyncSchedule>().ShouldHaveSingleItem().UserId.ShouldBe("7");
    }

    [Theory]
    [InlineData("""{"every": 6, "smart": "yes", "kinds": "health"}""", "every must be text; kinds must be a list of texts; smart must be true or false.")]
    [InlineData("""{"every": "PT6H", "timezone": "UTC", "Every": "PT1H"}""", "Every is not known here; timezone is not known here.")]
    public async Task What_has_not_its_form_is_refused_before_anybody_is_asked(string body, string detail)
    {
        var consumers = new StubConsumers();
        await using var gateway = await GatewayHost.StartAsync(consumers);

        using var answer = await gateway.Client.PutAsync(Schedule, HttpAnswers.Json(body), Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.DetailAsync()).ShouldBe(detail);
        consumers.Received<SetSyncSchedule>().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_consumers_refuse_is_named_as_it_was_written()
    {
        var refused = new SyncRefused
        {
            Reason = SyncRefusals.InvalidRequest,
            Detail = "x",
            Fields = new Dictionary<string, string> { ["cron"] = "has no time that ever comes", ["timeZone"] = "must be an IANA time zone, such as Europe/Berlin" },
        };
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers { Schedule = _ => refused });

        using var answer = await gateway.Client.PutAsync(Schedule, HttpAnswers.Json("""{"cron": "0 0 30 2 *", "time_zone": "Berlin"}"""), Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.DetailAsync()).ShouldBe("cron has no time that ever comes; time_zone must be an IANA time zone, such as Europe/Berlin.");
    }

    [Theory]
    [InlineData(SyncRefusals.NotLinked, HttpStatusCode.NotFound)]
    [InlineData(SyncRefusals.CentralDbUnreachable, HttpStatusCode.ServiceUnavailable)]
    public async Task It_says_why_there_is_none(string reason, HttpStatusCode status)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers { Schedule = _ => new SyncRefused { Reason = reason, Detail = "x" } });

        using var shown = await gateway.Client.GetAsync(Schedule, Token);
        using var set = await gateway.Client.PutAsync(Schedule, HttpAnswers.Json("""{"every": "PT6H"}"""), Token);
        using var removed = await gateway.Client.DeleteAsync(Schedule, Token);

        new[] { shown.StatusCode, set.StatusCode, removed.StatusCode }.ShouldAllBe(code => code == status);
    }

    [Fact]
    public async Task The_status_says_when_the_next_sync_is()
    {
        var next = new DateTimeOffset(2026, 11, 22, 11, 2, 17, TimeSpan.Zero);
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers { AboutJob = _ => new SyncJobNotFound { NextSyncAt = next } });

        using var answer = await gateway.Client.GetAsync(new Uri("/api/garmin/sync/status", UriKind.Relative), Token);

        (await answer.JsonAsync()).GetProperty("next_sync_at").GetDateTimeOffset().ShouldBe(next);
    }
}
