namespace GarminConnect.Simulator.Activities;

/// <summary>An activity as the simulator has it now, to compare with what a client made of it.</summary>
/// <param name="Id">Garmin's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Start">UTC.</param>
/// <param name="ParentId">The multisport activity of which it is a leg; null for one that is listed.</param>
/// <param name="MakeFile">Makes the file that is in the ZIP of the original; null when it was typed in by hand.</param>
public sealed record ActivityTruth(long Id, string Name, DateTimeOffset Start, long? ParentId, Func<byte[]?> MakeFile);
