using System.Diagnostics;
using System.Globalization;
using System.Net;
using GarminSync.Testing;
using GarminSync.Testing.Processes;
using k8s.Models;
using Npgsql;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests.Kubernetes;

/// <summary>
/// The programs with the environment and the files that deploy/kubernetes gives them, and with probes as the kubelet sends them. Only addresses and folders are the test's. The secrets
/// lie as in a pod: each file is a link into a folder that is exchanged as a whole.
/// </summary>
public sealed class When_it_runs_as_Kubernetes_starts_it(RabbitMqBroker broker, PostgreSqlServer postgres) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kubernetes-").FullName;
    private readonly Installation _installation = Installation.Of("operators");
    private readonly int _centralDbPort = FreePort.Next();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_probe_is_answered_under_the_address_of_the_pod_and_no_option_is_unknown()
    {
        var values = Path.Combine(_folder, "values");
        (await FinishedProgram.RunAsync(new ProcessStartInfo("bash", [Path.Combine(ServiceProgram.Checkout, "deploy", "make-secrets.sh"), values]))).ExitCode.ShouldBe(0);
        var amqp = (await broker.CreateVirtualHostAsync(Token)).Amqp.ToString();
        var databases = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["State__ConnectionString"] = await postgres.CreateDatabaseAsync(Token),
            ["CentralDbServer__ConnectionString"] = await postgres.CreateDatabaseAsync(Token),
        };
        await using var centralDb = await StartAsync("centraldb", ServiceProgram.CentralDb, _centralDbPort, amqp, values, databases);
        await using var consumers = await StartAsync("consumers", ServiceProgram.Consumers, FreePort.Next(), amqp, values, databases);
        await using var gateway = await StartAsync("gateway", ServiceProgram.Gateway, FreePort.Next(), amqp, values, databases);

        foreach (var (process, service) in new[] { ("centraldb", centralDb), ("consumers", consumers), ("gateway", gateway) })
        {
            var container = _installation.Get<V1Deployment>(process).Spec.Template.Spec.Containers.Single();
            foreach (var probe in new[] { container.StartupProbe, container.LivenessProbe, container.ReadinessProbe })
            {
                await Eventually.Is(
                    async () => await AskAsync(service, probe.HttpGet.Path) == HttpStatusCode.OK, TimeSpan.FromSeconds(60), Token, $"{process} to answer {probe.HttpGet.Path}. It wrote:\n{service.Output}");
            }

            // The end of a warning of UnknownOptions.
            service.Output.ShouldNotContain("What it was set to has no effect", Case.Sensitive, process);
            (await File.ReadAllLinesAsync(Path.Combine(values, "centraldb_api_key"), Token)).ShouldAllBe(secret => !service.Output.Contains(secret));
        }

        var operatorKey = await File.ReadAllTextAsync(Path.Combine(values, "operator_key"), Token);
        var centralDbKey = await File.ReadAllTextAsync(Path.Combine(values, "centraldb_api_key"), Token);
        (await AskAsync(gateway, "/api/garmin/accounts")).ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync(gateway, "/api/garmin/accounts", "Authorization", $"Bearer {operatorKey}")).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(gateway, "/metrics", "Authorization", $"Bearer {operatorKey}")).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(consumers, "/metrics")).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(centralDb, "/metrics", "X-Api-Key", centralDbKey)).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(centralDb, "/users")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<RunningService> StartAsync(string process, string program, int port, string amqp, string values, Dictionary<string, string> databases)
    {
        var home = Directory.CreateDirectory(Path.Combine(_folder, process)).FullName;
        var secrets = Path.Combine(home, "secrets");
        var data = Directory.CreateDirectory(Path.Combine(home, "data")).FullName;
        var made = KubernetesFiles.Folder("secrets").SecretGenerator.SelectMany(map => map.Files.Select(file => file.Split('=')).Select(file => ((map.Name, file[0]), Path.Combine(_folder, file[1])))).ToDictionary();
        LayOut(secrets, _installation.SecretFiles(process).ToDictionary(
            file => file.Key, file => file.Key == "RabbitMq__Url" ? amqp : File.ReadAllText(made[file.Value]), StringComparer.Ordinal));

        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["DataFolder"] = data };
        foreach (var (name, value) in _installation.Environment(process))
        {
            settings[name] = name switch
            {
                "CentralDb__Url" => $"http://127.0.0.1:{_centralDbPort.ToString(CultureInfo.InvariantCulture)}",
                _ when databases.TryGetValue(name, out var database) => Merge(value, database),
                _ => value.Replace("/secrets", secrets, StringComparison.Ordinal).Replace("/data", data, StringComparison.Ordinal),
            };
        }

        return await RunningService.StartAsync(program, new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/"), settings);
    }

    // What the file says, at the test's server, whose users need no password.
    private static string Merge(string said, string database)
    {
        var given = new NpgsqlConnectionStringBuilder(database);
        return new NpgsqlConnectionStringBuilder(said) { Host = given.Host, Port = given.Port, Database = given.Database, Username = given.Username }.ToString();
    }

    private static void LayOut(string folder, Dictionary<string, string> files)
    {
        var generation = Directory.CreateDirectory(Path.Combine(folder, "..2026_11_28_06_00_00.1234567890")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(folder, "..data"), Path.GetFileName(generation));
        foreach (var (name, content) in files)
        {
            File.WriteAllText(Path.Combine(generation, name), content);
            File.CreateSymbolicLink(Path.Combine(folder, name), Path.Combine("..data", name));
        }
    }

    // As the kubelet and Prometheus ask: by the address of the pod, which no option names.
    private static async Task<HttpStatusCode> AskAsync(RunningService service, string path, string? header = null, string? value = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path.TrimStart('/'));
        request.Headers.Host = "10.20.30.40:8080";
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        using var answer = await service.Http.SendAsync(request, Token);
        return answer.StatusCode;
    }
}
