namespace GarminSync.Testing.Processes;

/// <summary>How a process ended that was asked to.</summary>
public sealed record StopResult(int ExitCode, TimeSpan Took);
