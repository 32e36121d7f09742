namespace GarminSync.IntegrationTests.Telemetry;

/// <summary>A log line as a receiver of OTLP gets it.</summary>
internal sealed record ReceivedLine(string Service, string Text, string TraceId, IReadOnlyDictionary<string, string> Attributes);
