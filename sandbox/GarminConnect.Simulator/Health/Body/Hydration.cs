namespace GarminConnect.Simulator.Health;

/// <summary>What an athlete drank and sweated on a day, in millilitres.</summary>
/// <param name="Milliliters">Null when nothing was typed in.</param>
/// <param name="LastEntryLocal">On the wall clock.</param>
/// <param name="GoalMilliliters">With what was lost in training.</param>
/// <param name="SweatMilliliters">Lost in training; null without.</param>
public sealed record Hydration(double? Milliliters, DateTime? LastEntryLocal, double GoalMilliliters, double? SweatMilliliters);
