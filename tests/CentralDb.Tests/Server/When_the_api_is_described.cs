using System.Text.Json;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Server;

public class When_the_api_is_described
{
    [Fact]
    public async Task Every_call_is_there()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();

        var paths = (await centralDb.SendAsync(HttpMethod.Get, "/openapi/v1.json")).Body["paths"]!.AsObject();

        paths.SelectMany(path => path.Value!.AsObject().Select(call => $"{call.Key.ToUpperInvariant()} {path.Key}")).ShouldBe(
            [
                "GET /limits", "GET /health/live", "GET /health/ready",
                "POST /users", "GET /users", "GET /users/{userId}", "DELETE /users/{userId}",
                "POST /garmin_credentials/{userId}", "PUT /garmin_credentials/{userId}", "GET /garmin_credentials/{userId}",
                "POST /tokens", "PUT /tokens/{userId}", "GET /tokens/{userId}",
                "POST /activities/{userId}", "GET /activities/{userId}", "GET /activities/{userId}/{activityId}",
                "DELETE /activities/{userId}/{activityId}", "GET /activities/{userId}/{activityId}/file",
                "GET /activities/{userId}/overview", "GET /activities/{userId}/overview/{garminActivityId}", "GET /activities/{userId}/overview/{garminActivityId}/revisions", "GET /activities/{userId}/types",
                "POST /health_metrics", "PUT /health_metrics/range", "GET /health_metrics",
                "GET /health_metrics/series", "GET /health_metrics/days", "GET /health_metrics/latest",
                "POST /workout_plans", "GET /workout_plans", "PUT /workout_plans/{workoutId}", "GET /workout_plans/{workoutId}", "DELETE /workout_plans/{workoutId}",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Parameters_are_called_as_the_documents_call_them()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();

        var paths = (await centralDb.SendAsync(HttpMethod.Get, "/openapi/v1.json")).Body["paths"]!.AsObject();

        var names = paths.SelectMany(path => path.Value!.AsObject()).SelectMany(call => call.Value!["parameters"]?.AsArray() ?? [])
            .Where(parameter => $"{parameter!["in"]}" == "query").Select(parameter => $"{parameter!["name"]}");
        names.ShouldAllBe(name => name == JsonNamingPolicy.SnakeCaseLower.ConvertName(name));
    }

    [Theory]
    [InlineData("GET", "/nothing", 404)]
    [InlineData("DELETE", "/users", 405)]
    public async Task What_is_not_there_points_to_the_description(string method, string path, int expected)
    {
        await using var centralDb = await RunningCentralDb.StartAsync();

        var (status, problem) = await centralDb.SendAsync(new HttpMethod(method), path);

        status.ShouldBe(expected);
        problem.Text("detail").ShouldContain("/docs");
    }
}
