using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_synced_data_are_looked_at
{
    private const int Activities = 6;
    private const int Points = 60;

    [Fact]
    public async Task The_standalone_lists_them_and_draws_them_by_the_key_that_it_made_itself()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = Activities });
        var folder = Directory.CreateTempSubdirectory("standalone-").FullName;
        var settings = new Dictionary<string, string?>(RunningSystem.Settings(garmin), StringComparer.Ordinal)
        {
            ["DataFolder"] = folder,
            ["CentralDb:Url"] = $"http://127.0.0.1:{FreePort.Next()}",
            ["EmbeddedCentralDb:OwnKey"] = "true",
        };
        await using (var standalone = await RunningService.StartAsync(ServiceProgram.Standalone, new Uri($"http://127.0.0.1:{FreePort.Next()}/"), settings))
        {
            var userId = await standalone.Http.LinkAsync();
            (await standalone.Http.SyncAsync()).GetProperty("state").GetString().ShouldBe("completed");

            var list = await standalone.Http.GetFromJsonAsync<JsonElement>($"api/garmin/activities?user_id={userId}");
            list.GetProperty("total").GetInt32().ShouldBe(garmin.ActivitiesOf(GatewayCalls.UserName).Count);

            var tracks = new List<JsonElement>();
            foreach (var activity in list.GetProperty("activities").EnumerateArray().Where(one => one.GetProperty("files").GetArrayLength() > 0))
            {
                var path = $"api/garmin/activities/{activity.GetProperty("garmin_activity_id")}";
                var track = await standalone.Http.GetFromJsonAsync<JsonElement>($"{path}/track?user_id={userId}&points={Points}");
                track.GetProperty("faults").GetArrayLength().ShouldBe(0);
                track.GetProperty("laps").GetArrayLength().ShouldBeGreaterThan(0);
                track.GetProperty("curves").GetProperty("elapsed_seconds").GetArrayLength().ShouldBeLessThanOrEqualTo(Points);
                tracks.Add(track);

                using var file = await standalone.Http.GetAsync(new Uri($"{path}/file?user_id={userId}", UriKind.Relative));
                file.StatusCode.ShouldBe(HttpStatusCode.OK);
                file.Content.Headers.ContentDisposition!.FileNameStar!.ShouldStartWith(activity.GetProperty("start_time_local").GetString()![..10]);
            }

            tracks.ShouldContain(track => track.GetProperty("curves").GetProperty("latitude").ValueKind == JsonValueKind.Array);
            tracks.ShouldContain(track => track.GetProperty("records").GetInt32() > Points);
            await standalone.KillAsync();
        }

        Directory.Delete(folder, recursive: true);
    }
}
