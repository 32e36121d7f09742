using System.Collections.Concurrent;
using System.Globalization;
using GarminSync.Testing;
using Microsoft.AspNetCore.Http;

namespace GarminSync.IntegrationTests.Telemetry;

/// <summary>What a collector is to the service: a server that takes OTLP over HTTP, and keeps what it got.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly ScriptedServer _server;
    private int _read;

    private OtlpReceiver(ScriptedServer server) => _server = server;

    public Uri Url => _server.Url;

    public ConcurrentQueue<ReceivedSpan> Spans { get; } = new();

    public ConcurrentQueue<ReceivedLine> Lines { get; } = new();

    public ConcurrentQueue<string> Metrics { get; } = new();

    /// <summary>All that came, as it came.</summary>
    public IEnumerable<(string Place, byte[] Content)> Bodies => _server.Requests.Select(request => (request.Target, request.Body));

    /// <summary>The options that have a service send here, soon.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Telemetry:OtlpEndpoint"] = Url.ToString(),
        ["Telemetry:Interval"] = "00:00:01",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
    };

    public static async Task<OtlpReceiver> StartAsync() => new(await ScriptedServer.StartAsync((HttpContext context) =>
    {
        context.Response.ContentType = "application/x-protobuf";
        return Task.CompletedTask;
    }));

    /// <summary>The spans of a trace that have come so far.</summary>
    public IReadOnlyList<ReceivedSpan> Trace(string traceId)
    {
        Read();
        return [.. Spans.Where(span => span.TraceId == traceId)];
    }

    /// <summary>Reads what has come since the last time.</summary>
    public void Read()
    {
        var requests = _server.Requests;
        for (; _read < requests.Count; _read++)
        {
            var message = new ProtoMessage(requests[_read].Body);
            switch (requests[_read].Target)
            {
                case "/v1/traces":
                    ReadTraces(message);
                    break;
                case "/v1/logs":
                    ReadLogs(message);
                    break;
                case "/v1/metrics":
                    ReadMetrics(message);
                    break;
                case var other:
                    throw new InvalidOperationException($"Nobody should send to {other}.");
            }
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private void ReadTraces(ProtoMessage request)
    {
        foreach (var process in request.Messages(1))
        {
            var resource = Attributes(process.Messages(1).First(), 1);
            foreach (var scope in process.Messages(2))
            {
                foreach (var span in scope.Messages(2))
                {
                    var events = span.Messages(11).SelectMany(happened => Attributes(happened, 3).Select(one => KeyValuePair.Create($"{happened.Text(2)}.{one.Key}", one.Value)));
                    Spans.Enqueue(new ReceivedSpan(
                        resource["service.name"],
                        resource["service.instance.id"],
                        scope.Messages(1).FirstOrDefault()?.Text(1) ?? "",
                        span.Text(5),
                        span.Hex(1),
                        span.Hex(2),
                        span.Hex(4),
                        (int)span.Number(6),
                        Attributes(span, 9).Concat(events).DistinctBy(one => one.Key).ToDictionary(StringComparer.Ordinal),
                        [.. span.Messages(13).Select(link => link.Hex(1))]));
                }
            }
        }
    }

    private void ReadLogs(ProtoMessage request)
    {
        foreach (var process in request.Messages(1))
        {
            var service = Attributes(process.Messages(1).First(), 1)["service.name"];
            foreach (var line in process.Messages(2).SelectMany(scope => scope.Messages(2)))
            {
                Lines.Enqueue(new ReceivedLine(service, line.Messages(5).Select(Value).FirstOrDefault() ?? "", line.Hex(9), Attributes(line, 6)));
            }
        }
    }

    private void ReadMetrics(ProtoMessage request)
    {
        foreach (var metric in request.Messages(1).SelectMany(process => process.Messages(2)).SelectMany(scope => scope.Messages(2)))
        {
            Metrics.Enqueue(metric.Text(1));
        }
    }

    private static Dictionary<string, string> Attributes(ProtoMessage owner, int field) =>
        owner.Messages(field).DistinctBy(one => one.Text(1)).ToDictionary(one => one.Text(1), one => one.Messages(2).Select(Value).FirstOrDefault() ?? "", StringComparer.Ordinal);

    private static string Value(ProtoMessage value) =>
        value.Has(1) ? value.Text(1)
        : value.Has(2) ? (value.Number(2) == 1 ? "true" : "false")
        : value.Has(3) ? ((long)value.Number(3)).ToString(CultureInfo.InvariantCulture)
        : value.Has(4) ? BitConverter.UInt64BitsToDouble(value.Number(4)).ToString(CultureInfo.InvariantCulture)
        : value.Has(5) ? string.Join(',', value.Messages(5).SelectMany(list => list.Messages(1)).Select(Value))
        : value.Has(6) ? string.Join(',', value.Messages(6).SelectMany(list => list.Messages(1)).Select(pair => $"{pair.Text(1)}={pair.Messages(2).Select(Value).FirstOrDefault()}"))
        : "";
}
