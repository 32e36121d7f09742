using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.IntegrationTests.Telemetry;
using GarminSync.Standalone;
using GarminSync.Testing;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests.Redaction;

/// <summary>
/// What .NET and its libraries make of traces, for whoever listens; and what the service sends when telemetry is on: traces, metrics and logs by OTLP, and what Prometheus reads.
/// </summary>
public sealed class When_traces_are_listened_to
{
    private readonly ConcurrentQueue<(string Place, byte[] Content)> _activities = new();

    [Fact]
    public async Task No_secret_is_in_any_of_their_names_tags_events_and_baggage()
    {
        var notes = Directory.CreateTempSubdirectory("garmin-").FullName;
        var data = Directory.CreateTempSubdirectory("garminsync-").FullName;
        var secrets = new MarkedSecrets(notes);
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Keep,
        };
        ActivitySource.AddActivityListener(listener);
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 0, RevokeAllOnReuse = true, DataFolder = notes });
        await using var receiver = await OtlpReceiver.StartAsync();
        var url = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        await using (var app = StandaloneServer.Create([$"--urls={url}"], builder => builder.Configuration.AddInMemoryCollection(Settings(garmin, secrets, data).Concat(receiver.Settings))))
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
            using var gateway = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromMinutes(2) };
            await new EveryWayIn(gateway, garmin, secrets).RunAsync();
            _activities.Enqueue(("metrics", await gateway.GetByteArrayAsync(new Uri("metrics", UriKind.Relative), TestContext.Current.CancellationToken)));
            await app.StopAsync(TestContext.Current.CancellationToken);
        }

        var sources = _activities.Select(activity => activity.Place.Split(' ')[0]).Distinct(StringComparer.Ordinal).ToList();
        sources.ShouldContain("Microsoft.AspNetCore");
        sources.ShouldContain("MassTransit");
        sources.ShouldContain("System.Net.Http");
        var search = new SecretSearch(secrets.All(Path.Combine(data, "secrets.key")));
        search.Find(_activities).ShouldBeEmpty();

        // What left the process: nothing is found in what was never sent. E-mails are not in it either.
        receiver.Bodies.Select(body => body.Place).Distinct().ShouldBe(["/v1/traces", "/v1/metrics", "/v1/logs"], ignoreOrder: true);
        search.Find(receiver.Bodies).ShouldBeEmpty();
        foreach (var (place, content) in receiver.Bodies.Where(body => body.Place != "/v1/traces").Append(_activities.Single(one => one.Place == "metrics")))
        {
            Encoding.UTF8.GetString(content).ShouldNotContain("@example.com", Case.Insensitive, place);
        }

        // The simulator is in this process too: what the test asks it to do names athletes. And so are other tests, which write to PostgreSQL; this service does not.
        receiver.Read();
        receiver.Spans.Where(span => span.Scope != "Npgsql" && !span.Attributes.Values.Any(value => value.Contains("/admin/", StringComparison.Ordinal)))
            .Select(span => $"{span.Scope} {span.Name} {string.Join(' ', span.Attributes)}").Where(span => span.Contains("@example.com", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();

        Directory.Delete(notes, recursive: true);
        Directory.Delete(data, recursive: true);
    }

    private static Dictionary<string, string?> Settings(GarminSimulator garmin, MarkedSecrets secrets, string data) => new(DeployedSystem.Settings(garmin), StringComparer.Ordinal)
    {
        ["DataFolder"] = data,
        ["Sync:FirstBackOff"] = "00:00:00.100",
        ["Gateway:Login:AttemptsPerAccount"] = "1000",
        ["Gateway:Login:AttemptsPerAddress"] = "1000",
        ["CentralDb:Url"] = $"http://127.0.0.1:{FreePort.Next()}/",
        ["CentralDb:ApiKey"] = secrets.CentralDbApiKey,
        ["Garmin:WidgetPause"] = "00:00:00",
        ["Garmin:PortalPause"] = "00:00:00",
        ["Telemetry:Prometheus"] = "true",

        // The console is the test runner's.
        ["Serilog:WriteTo:0:Name"] = "File",
        ["Serilog:WriteTo:0:Args:path"] = Path.Combine(data, "log.txt"),
        ["EmbeddedCentralDb:Serilog:MinimumLevel:Default"] = "Fatal",
        ["EmbeddedCentralDb:Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime"] = "Fatal",
    };

    private void Keep(Activity activity)
    {
        var all = new StringBuilder().AppendLine(activity.OperationName).AppendLine(activity.DisplayName).AppendLine(activity.StatusDescription).AppendLine(activity.TraceStateString);
        foreach (var (name, value) in activity.TagObjects.Concat(activity.Events.SelectMany(happened => happened.Tags)).Concat(activity.Links.SelectMany(link => link.Tags ?? [])))
        {
            all.AppendLine(CultureInfo.InvariantCulture, $"{name}={(value is System.Collections.IEnumerable list and not string ? string.Join(',', list.Cast<object?>()) : value)}");
        }

        foreach (var (name, value) in activity.Baggage)
        {
            all.AppendLine(CultureInfo.InvariantCulture, $"{name}={value}");
        }

        _activities.Enqueue(($"{activity.Source.Name} {activity.OperationName}", Encoding.UTF8.GetBytes(all.ToString())));
    }
}
