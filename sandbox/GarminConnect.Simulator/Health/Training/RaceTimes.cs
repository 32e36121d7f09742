namespace GarminConnect.Simulator.Health;

/// <summary>Predicted race times, in seconds.</summary>
public sealed record RaceTimes(int FiveKilometers, int TenKilometers, int HalfMarathon, int Marathon);
