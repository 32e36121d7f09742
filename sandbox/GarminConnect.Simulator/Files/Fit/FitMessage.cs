namespace GarminConnect.Simulator.Files.Fit;

/// <summary>The layout of a message: its number in the profile, and the fields that we write of it.</summary>
internal sealed record FitMessage(ushort Number, IReadOnlyList<FitField> Fields);
