using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

/// <summary>SIGTERM: what is in flight is finished or handed back, within the time that a container engine gives.</summary>
public sealed class When_a_process_is_asked_to_stop(RabbitMqBroker broker)
{
    private const int Activities = 24;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ContainerGrace = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Consumers_finish_what_they_fetch_and_the_next_ones_go_on()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = Activities });
        await using var system = await DeployedSystem.StartAsync(broker, DeployedSystem.Settings(garmin));
        await system.Api.LinkAsync();
        await garmin.SlowDownAsync("/download-service/*", TimeSpan.FromMilliseconds(400));
        var job = await system.Api.StartSyncAsync();
        await system.Api.IsUnderWayAsync(job);

        var stop = await system.Consumers.TerminateAsync();
        stop.ExitCode.ShouldBe(0, system.Consumers.Output);
        stop.Took.ShouldBeLessThan(Soon);
        (await system.OutboxCountAsync()).ShouldBe(0);

        await system.StartConsumersAsync();
        var ended = await system.Api.EndOfJobAsync(job);
        ShouldBeComplete(ended, garmin);
        (await garmin.RequestsAsync("download-service")).ShouldBe(garmin.ActivitiesOf(GatewayCalls.UserName).Count);
    }

    [Fact]
    public async Task Consumers_hand_back_what_takes_too_long()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 3 });
        var patient = new Dictionary<string, string?>(DeployedSystem.Settings(garmin), StringComparer.Ordinal) { ["Garmin:RequestTimeout"] = "00:02:00" };
        await using var system = await DeployedSystem.StartAsync(broker, patient);
        await system.Api.LinkAsync();
        await garmin.SlowDownAsync("/download-service/*", TimeSpan.FromSeconds(50));
        var job = await system.Api.StartSyncAsync();
        await Eventually.Get(
            () => system.Api.GetFromJsonAsync<JsonElement>(job), seen => seen.GetProperty("counts").GetProperty("activities").GetProperty("planned").GetInt32() == 3);

        var stop = await system.Consumers.TerminateAsync();
        stop.ExitCode.ShouldBe(0, system.Consumers.Output);
        stop.Took.ShouldBeLessThan(ContainerGrace);

        await garmin.EndFaultsAsync();
        await system.StartConsumersAsync();
        var ended = await system.Api.EndOfJobAsync(job);
        ended.GetProperty("state").GetString().ShouldBe("completed");
        ended.GetProperty("counts").GetProperty("activities").GetProperty("done").GetInt32().ShouldBe(3);
        await using var client = await PlainClient.ConnectAsync(system.Amqp);
        (await client.CountAsync("fetch-activity_error")).ShouldBe(0);
    }

    [Fact]
    public async Task The_gateway_answers_the_call_that_it_has_taken()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 1 });
        await using var system = await DeployedSystem.StartAsync(broker, DeployedSystem.Settings(garmin));
        await garmin.SlowDownAsync("/di-oauth2-service/*", TimeSpan.FromSeconds(3));
        var login = system.Api.LinkAsync();
        await Eventually.Is(async () => await garmin.RequestsAsync("/api/login") > 0);

        var stop = await system.Gateway.TerminateAsync();

        (await login).ShouldNotBeEmpty();
        stop.ExitCode.ShouldBe(0, system.Gateway.Output);
        stop.Took.ShouldBeLessThan(ContainerGrace);
    }

    [Fact]
    public async Task CentralDB_keeps_what_it_has_taken_and_no_item_fails()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = Activities });
        await using var system = await DeployedSystem.StartAsync(broker, DeployedSystem.Settings(garmin));
        var userId = await system.Api.LinkAsync();
        await garmin.SlowDownAsync("/download-service/*", TimeSpan.FromMilliseconds(200));
        var job = await system.Api.StartSyncAsync();
        await system.Api.IsUnderWayAsync(job);

        var stop = await system.CentralDb.TerminateAsync();
        stop.ExitCode.ShouldBe(0, system.CentralDb.Output);
        stop.Took.ShouldBeLessThan(Soon);
        await system.StartCentralDbAsync();

        ShouldBeComplete(await system.Api.EndOfJobAsync(job), garmin);
        var stored = await system.CentralDb.Http.GetFromJsonAsync<JsonElement>($"activities/{userId}");
        stored.GetProperty("total").GetInt32().ShouldBe(garmin.ActivitiesOf(GatewayCalls.UserName).Count);
    }

    [Fact]
    public async Task The_standalone_goes_on_with_its_job_after_the_next_start()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = Activities });
        await garmin.SlowDownAsync("/download-service/*", TimeSpan.FromMilliseconds(200));
        var folder = Directory.CreateTempSubdirectory("standalone-").FullName;
        var url = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        var settings = new Dictionary<string, string?>(DeployedSystem.Settings(garmin), StringComparer.Ordinal)
        {
            ["DataFolder"] = folder,
            ["CentralDb:Url"] = $"http://127.0.0.1:{FreePort.Next()}",
        };

        Uri job;
        await using (var first = await RunningService.StartAsync(ServiceProgram.Standalone, url, settings))
        {
            await first.Http.LinkAsync();
            job = await first.Http.StartSyncAsync();
            await first.Http.IsUnderWayAsync(job);
            var stop = await first.TerminateAsync();
            stop.ExitCode.ShouldBe(0, first.Output);
            stop.Took.ShouldBeLessThan(Soon);
        }

        await using (var second = await RunningService.StartAsync(ServiceProgram.Standalone, url, settings))
        {
            ShouldBeComplete(await second.Http.EndOfJobAsync(job), garmin);
            (await second.TerminateAsync()).ExitCode.ShouldBe(0, second.Output);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static void ShouldBeComplete(JsonElement job, GarminSimulator garmin)
    {
        job.GetProperty("state").GetString().ShouldBe("completed");
        job.GetProperty("counts").GetProperty("activities").GetProperty("done").GetInt32().ShouldBe(garmin.ActivitiesOf(GatewayCalls.UserName).Count);
        job.GetProperty("failures").GetArrayLength().ShouldBe(0);
    }
}
