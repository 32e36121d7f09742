namespace GarminConnect.Simulator.Health;

/// <summary>How a day differs from what the seed says: measured anew, worn or not worn after all.</summary>
internal readonly record struct DayChange(int Revision, bool? Worn);
