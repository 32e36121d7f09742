namespace GarminSync.Web.Api;

/// <summary>What to keep to in a step: a zone, or bounds in beats a minute, watts, seconds per kilometre, metres a second, or steps or turns a minute.</summary>
public sealed record WorkoutTarget(string? Type, double? Zone, double? Low, double? High);
