using System.Net.Http.Json;
using System.Text.Json;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Xunit;

namespace GarminSync.IntegrationTests.Drill;

/// <summary>
/// Each trouble in a running deployment: the alert that fires, what the page says, and what its runbook says to do, done. Afterwards the service works as before, and the
/// job that met the trouble is completed.
/// </summary>
public sealed class When_an_operator_is_called(RabbitMqBroker broker) : IAsyncLifetime
{
    private DrilledService _service = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private DeployedSystem System => _service.System;

    public async ValueTask InitializeAsync() => _service = await DrilledService.StartAsync(broker);

    [Fact]
    public async Task Garmin_blocks_the_address()
    {
        await _service.Garmin.SetFaultAsync(new { match = new { endpoint = "/*" }, kind = "Blocked" });
        var job = await _service.AskForSyncAsync();

        await _service.FiresAsync("Outage");
        await _service.PageSaysAsync("Garmin Connect answers nobody at the moment", "HTTP 403");
        _service.RunbookSays("Outage", "passes by itself");

        await _service.Garmin.EndFaultsAsync();
        await _service.CompletesAsync(job);
        await _service.EndsAsync("Outage");
    }

    [Fact]
    public async Task The_disk_of_CentralDB_is_full()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Needs the right to mount a disk.");

        // In the place of the folder.
        await using var disk = await SmallDisk.MountAsync(Path.Combine(System.DataFolder, "activities"));
        var job = await _service.AskForSyncAsync();

        await _service.FiresAsync("Outage");
        await _service.PageSaysAsync("CentralDB answers nobody at the moment", "cannot write to its activity folder");
        _service.RunbookSays("Outage", "a full disk");

        await disk.DisposeAsync();
        await _service.CompletesAsync(job);
        await _service.EndsAsync("Outage");
    }

    [Fact]
    public async Task CentralDB_is_dead()
    {
        await System.CentralDb.KillAsync();
        var job = await _service.AskForSyncAsync();

        await _service.FiresAsync("ProcessDown", ("job", "centraldb"));
        await _service.FiresAsync("Outage");
        await _service.PageSaysAsync("CentralDB answers nobody at the moment");
        _service.RunbookSays("ProcessDown", "Of CentralDB: jobs pause and go on by themselves");

        await System.StartCentralDbAsync();
        await _service.CompletesAsync(job);
        await _service.EndsAsync("ProcessDown", ("job", "centraldb"));
        await _service.EndsAsync("Outage");
    }

    [Fact]
    public async Task A_message_is_poison()
    {
        await using var client = await PlainClient.ConnectAsync(System.Amqp);
        await client.PublishAsync("", "sync-requested", """{"userId": [1]}"""u8.ToArray());

        await _service.FiresAsync("DeadLetters", ("garminsync_queue", "sync-requested_error"));
        await _service.PageSaysAsync("sync-requested_error");
        _service.RunbookSays("DeadLetters", "curl -X DELETE");

        var letters = await System.Api.GetFromJsonAsync<JsonElement>("api/dead-letters/sync-requested_error", Token);
        var id = letters.GetProperty("dead_letters")[0].GetProperty("id").GetString();
        using var discarded = await System.Api.DeleteAsync(new Uri($"api/dead-letters/sync-requested_error/{id}", UriKind.Relative), Token);
        discarded.EnsureSuccessStatusCode();
        await _service.EndsAsync("DeadLetters");
        await _service.SyncsAsync();
    }

    [Fact]
    public async Task The_sealing_key_is_lost()
    {
        var key = Path.Combine(System.DataFolder, "secrets.key");
        var kept = await File.ReadAllTextAsync(key, Token);
        await System.Consumers.TerminateAsync();
        File.Delete(key);
        await System.RunAsync("keys", "add");
        await System.StartConsumersAsync();
        await System.IsReadyAsync();
        var job = await _service.AskForSyncAsync();

        await _service.FiresAsync("Outage");
        await _service.PageSaysAsync("this process's key file does not hold");
        _service.RunbookSays("Outage", "the key file does not hold the key");

        await System.Consumers.TerminateAsync();
        await File.WriteAllTextAsync(key, kept, Token);
        await System.StartConsumersAsync();
        await System.IsReadyAsync();
        await _service.CompletesAsync(job);
        await _service.EndsAsync("Outage");
    }

    [Fact]
    public async Task The_certificate_of_CentralDB_has_expired()
    {
        _service.CentralDbProxy.Expire();
        var job = await _service.AskForSyncAsync();

        await _service.FiresAsync("Outage");
        await _service.PageSaysAsync("CentralDB answers nobody at the moment", "certificate", "NotTimeValid");
        _service.RunbookSays("Outage", "a certificate that has ended");

        _service.CentralDbProxy.Renew();
        await _service.CompletesAsync(job);
        await _service.EndsAsync("Outage");
    }

    [Fact]
    public async Task The_consumers_are_stuck()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs SIGSTOP.");
        await _service.Garmin.SlowDownAsync("/download-service/*", TimeSpan.FromMilliseconds(500));
        var job = await _service.AskForSyncAsync();
        await System.Consumers.HangAsync();

        await _service.FiresAsync("ProcessDown", ("job", "consumers"));
        await _service.PageSaysAsync("The GarminSync consumers did not answer in time.");
        _service.RunbookSays("ProcessDown", "docker compose kill");

        await System.Consumers.KillAsync();
        await System.StartConsumersAsync();
        await _service.CompletesAsync(job);
        await _service.EndsAsync("ProcessDown");
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();
}
