using System.Text.Json;
using GarminSync.Gateway.Tests.Access;

namespace GarminSync.Gateway.Tests;

public sealed class When_the_pages_are_read
{
    [Fact]
    public async Task The_OpenApi_document_has_every_call_and_what_it_takes()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        var text = await gateway.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);

        var document = JsonDocument.Parse(text).RootElement;
        document.GetProperty("paths").EnumerateObject().Select(path => path.Name).ShouldBe(
            [
                "/api/garmin/login", "/api/garmin/login/mfa", "/api/garmin/login/ticket", "/api/garmin/login/tokens",
                "/api/garmin/accounts", "/api/garmin/accounts/{user_id}", "/api/garmin/accounts/{user_id}/schedule",
                "/api/garmin/sync", "/api/garmin/sync/activities", "/api/garmin/sync/health-metrics", "/api/garmin/sync/workouts",
                "/api/sync/garmin/activities", "/api/sync/garmin/health-metrics", "/api/sync/garmin/workouts",
                "/api/garmin/sync/status", "/api/garmin/sync/jobs", "/api/garmin/sync/jobs/{job_id}", "/api/garmin/sync/jobs/{job_id}/retry", "/api/garmin/sync/jobs/{job_id}/events", "/api/garmin/events",
                "/api/sync/status",
                "/api/tokens", "/api/tokens/{user_id}", "/api/garmin/metrics", "/api/garmin/accounts/{user_id}/coverage",
                "/api/garmin/activities", "/api/garmin/activities/types", "/api/garmin/activities/{garmin_activity_id}", "/api/garmin/activities/{garmin_activity_id}/file",
                "/api/garmin/activities/{garmin_activity_id}/revisions", "/api/garmin/activities/{garmin_activity_id}/track", "/api/garmin/health", "/api/garmin/health/latest", "/api/garmin/health/day", "/api/garmin/workouts", "/api/garmin/workouts/{workout_id}", "/api/garmin/workouts/{workout_id}/status",
                "/api/garmin/users/{user_id}", "/api/garmin/users/{user_id}/erasure",
                "/api/operations", "/api/dead-letters", "/api/dead-letters/{queue}", "/api/dead-letters/{queue}/requeue", "/api/dead-letters/{queue}/{id}/requeue", "/api/dead-letters/{queue}/{id}",
            ],
            ignoreOrder: true);
        var body = document.GetProperty("paths").GetProperty("/api/garmin/login").GetProperty("post").GetProperty("requestBody");
        var login = body.GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("properties");
        login.EnumerateObject().Select(property => property.Name).ShouldBe(["username", "password"]);
        login.GetProperty("username").GetProperty("description").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task The_OpenApi_document_says_that_tokens_are_asked_for()
    {
        await using var gateway = await TokenGateway.StartAsync(new StubConsumers());

        var text = await gateway.Nobody.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);

        var document = JsonDocument.Parse(text).RootElement;
        var scheme = document.GetProperty("components").GetProperty("securitySchemes").GetProperty("Bearer");
        (scheme.GetProperty("type").GetString(), scheme.GetProperty("scheme").GetString()).ShouldBe(("http", "bearer"));
        document.GetProperty("security")[0].TryGetProperty("Bearer", out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("/", "href=\"docs\"")]
    [InlineData("/docs/index.html", "swagger-ui")]
    public async Task A_person_finds_the_calls(string path, string part)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        var page = await gateway.Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        page.ShouldContain(part);
    }
}
