namespace GarminSync.IntegrationTests.Telemetry;

/// <summary>A span as a receiver of OTLP gets it.</summary>
internal sealed record ReceivedSpan(
    string Service,
    string Instance,
    string Scope,
    string Name,
    string TraceId,
    string SpanId,
    string ParentId,
    int Kind,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyList<string> LinkedTraces)
{
    public const int Server = 2;
    public const int Client = 3;
}
