using GarminConnect.Client.Health;

namespace GarminConnect.Client.Tests.Health;

/// <param name="Name">Of the file, without its ending.</param>
/// <param name="Path">The address of the call.</param>
/// <param name="Days">What was asked about.</param>
public sealed record HealthRecording(string Name, string Path, DayRange Days);
