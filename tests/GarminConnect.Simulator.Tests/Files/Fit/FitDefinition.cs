namespace GarminConnect.Simulator.Tests.Files.Fit;

/// <summary>The layout that a definition message gives to the data messages after it.</summary>
internal sealed record FitDefinition(ushort Number, bool BigEndian, IReadOnlyList<(byte Number, byte Size, byte Type)> Fields, int DeveloperBytes);
