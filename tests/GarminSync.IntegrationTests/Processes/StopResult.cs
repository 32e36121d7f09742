namespace GarminSync.IntegrationTests.Processes;

/// <summary>How a process ended that was asked to.</summary>
internal sealed record StopResult(int ExitCode, TimeSpan Took);
