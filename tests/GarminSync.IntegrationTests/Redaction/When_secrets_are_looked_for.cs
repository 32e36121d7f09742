using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using GarminConnect.Simulator;
using GarminConnect.Simulator.Athletes;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests.Redaction;

/// <summary>All ways in, those that fail too, with logs of the finest level: afterwards no secret is anywhere but where it was sent to.</summary>
public sealed class When_secrets_are_looked_for(RabbitMqBroker broker)
{
    private const string KeyFile = "secrets.key";
    private const string Beyond = "beyond@example.com";

    private readonly List<RunningService> _services = [];

    [Fact]
    public async Task They_are_in_no_log_message_answer_or_file()
    {
        var notes = Directory.CreateTempSubdirectory("garmin-").FullName;
        var secrets = new MarkedSecrets(notes);
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 0, RevokeAllOnReuse = true, DataFolder = notes });
        var host = await broker.CreateVirtualHostAsync();
        await using var trace = await BrokerTrace.StartAsync(host);
        var amqp = await host.CreateUserAsync("service", ".*", ".*", ".*", secrets.BrokerPassword);
        await using var system = await DeployedSystem.StartAsync(amqp, Settings(garmin, secrets));
        using var recorder = new AnswerRecorder();
        using var gateway = new HttpClient(recorder) { BaseAddress = system.Api.BaseAddress, Timeout = TimeSpan.FromMinutes(2) };
        _services.AddRange([system.Gateway, system.Consumers, system.CentralDb]);

        gateway.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secrets.OperatorKey);
        await new EveryWayIn(gateway, garmin, secrets).RunAsync();
        await TokensOfUsers.UseAsync(system.Api, gateway, secrets);
        await garmin.AddAthleteAsync(new AthleteSpec { Email = Beyond, Password = secrets.Password, Mfa = true, MfaCode = secrets.MfaCode, Activities = 0 });
        await SendWhatCannotBeReadAsync(system);
        await FailAtTheStateStoreAsync(system, gateway, secrets);
        await FailWithoutCentralDbAsync(system, gateway, secrets);
        await FailWithAnotherKeyAsync(system, gateway, secrets);
        await trace.DrainAsync(host);

        ShouldHaveBeenTold(trace);
        var found = new SecretSearch(secrets.All(Path.Combine(system.DataFolder, KeyFile))).Find([.. Logs(), .. recorder.Answers, .. trace.Messages, .. Files(system.DataFolder)]);
        found.ShouldBeEmpty();
        Directory.Delete(notes, recursive: true);
    }

    private static Dictionary<string, string?> Settings(GarminSimulator garmin, MarkedSecrets secrets) => new(DeployedSystem.Settings(garmin), StringComparer.Ordinal)
    {
        ["Serilog:MinimumLevel:Default"] = "Verbose",
        ["Serilog:MinimumLevel:Override:Microsoft"] = "Verbose",
        ["Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime"] = "Verbose",
        ["Serilog:MinimumLevel:Override:System.Net.Http"] = "Verbose",
        ["Serilog:MinimumLevel:Override:MassTransit"] = "Verbose",
        ["Gateway:Auth:Mode"] = "Token",
        ["Gateway:Auth:OperatorKey"] = secrets.OperatorKey,
        ["Gateway:Login:AttemptsPerAccount"] = "1000",
        ["Gateway:Login:AttemptsPerAddress"] = "1000",
        ["CentralDb:ApiKey"] = secrets.CentralDbApiKey,
        ["CentralDbServer:ApiKey"] = secrets.CentralDbApiKey,
        ["Garmin:WidgetPause"] = "00:00:00",
        ["Garmin:PortalPause"] = "00:00:00",
    };

    private static async Task SendWhatCannotBeReadAsync(DeployedSystem system)
    {
        await using var client = await PlainClient.ConnectAsync(system.Amqp);
        await client.PublishAsync("GarminSync.Contracts:SyncRequested", "", "{\"userId\": [1, 2]}"u8.ToArray());
        await client.PublishAsync("GarminSync.Contracts:SyncRequested", "", "{\"userId\": "u8.ToArray(), "application/json");
        await Eventually.Equals(2, () => client.CountAsync("sync-requested_error"));
    }

    /// <summary>Garmin has taken the password when the state store refuses to keep what comes next: the message ends in the error queue.</summary>
    private static async Task FailAtTheStateStoreAsync(DeployedSystem system, HttpClient gateway, MarkedSecrets secrets)
    {
        await ExecuteAsync(system, "ALTER TABLE pending_login RENAME TO elsewhere");
        (await LogInAsync(gateway, secrets)).ShouldBe(HttpStatusCode.InternalServerError);
        await ExecuteAsync(system, "ALTER TABLE elsewhere RENAME TO pending_login");

        await using var client = await PlainClient.ConnectAsync(system.Amqp);
        await Eventually.Equals(1, () => client.CountAsync("link-garmin-account_error"));
    }

    private async Task FailWithoutCentralDbAsync(DeployedSystem system, HttpClient gateway, MarkedSecrets secrets)
    {
        await system.CentralDb.KillAsync();
        (await LogInAsync(gateway, secrets)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        await system.StartCentralDbAsync();
        _services.Add(system.CentralDb);
    }

    private async Task FailWithAnotherKeyAsync(DeployedSystem system, HttpClient gateway, MarkedSecrets secrets)
    {
        await system.Consumers.KillAsync();
        var another = Directory.CreateDirectory(Path.Combine(system.DataFolder, "another")).FullName;
        await system.StartConsumersAsync(new KeyValuePair<string, string?>("Secrets:KeyFile", Path.Combine(another, KeyFile)));
        _services.Add(system.Consumers);
        await system.IsReadyAsync();
        (await LogInAsync(gateway, secrets)).ShouldBe(HttpStatusCode.InternalServerError);
    }

    private static async Task<HttpStatusCode> LogInAsync(HttpClient gateway, MarkedSecrets secrets)
    {
        using var answer = await gateway.PostAsJsonAsync("api/garmin/login", new { username = Beyond, password = secrets.Password });
        return answer.StatusCode;
    }

    private static async Task ExecuteAsync(DeployedSystem system, string sql)
    {
        await using var state = new SqliteConnection($"Data Source={Path.Combine(system.DataFolder, "state.db")};Pooling=False");
        await state.OpenAsync();
        await using var command = state.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Nothing is found in what was never written: each of the places has what it should have.</summary>
    private void ShouldHaveBeenTold(BrokerTrace trace)
    {
        foreach (var (_, content) in Logs())
        {
            var log = Encoding.UTF8.GetString(content);
            log.ShouldContain(" DBG Microsoft.");
            log.ShouldContain(" VRB ");
        }

        _services[1].Output.ShouldContain("DBG MassTransit");
        _services[1].Output.ShouldContain("DBG Microsoft.EntityFrameworkCore.Database.Command");
        var messages = trace.Messages.Select(message => (message.Place, Text: Encoding.UTF8.GetString(message.Content))).ToList();
        foreach (var place in new[]
        {
            "publish.GarminSync.Contracts:LinkGarminAccount", "publish.GarminSync.Contracts:SubmitMfaCode", "publish.GarminSync.Contracts:RedeemServiceTicket",
            "publish.GarminSync.Contracts:ImportGarminTokens", "publish.GarminSync.Contracts:CheckUserToken", "publish.link-garmin-account_error", "queue.link-garmin-account_error", "deliver.link-garmin-account",
            "publish.sync-requested_error",
        })
        {
            messages.ShouldContain(message => message.Place == place, place);
        }

        messages.ShouldContain(message => message.Text.Contains("gs2.", StringComparison.Ordinal));
        messages.ShouldContain(message => message.Text.Contains("MT-Fault-StackTrace", StringComparison.Ordinal));
    }

    private IEnumerable<(string Place, byte[] Content)> Logs() =>
        _services.Select((service, number) => ($"log of process {number}", Encoding.UTF8.GetBytes(service.Output)));

    /// <summary>The data folder with databases, their journals and the files of activities. The key files have the keys in them, and nobody else may read those.</summary>
    private static IEnumerable<(string Place, byte[] Content)> Files(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            if (Path.GetFileName(file) != KeyFile)
            {
                yield return (Path.GetRelativePath(folder, file), File.ReadAllBytes(file));
            }
            else if (!OperatingSystem.IsWindows())
            {
                File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
    }
}
