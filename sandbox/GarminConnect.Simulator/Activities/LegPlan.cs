namespace GarminConnect.Simulator.Activities;

/// <summary>What is to be recorded: a sport, for so long, from here, with a pause in the middle or not.</summary>
internal sealed record LegPlan(Sport Sport, double TimerSeconds, int PauseSeconds, double Latitude, double Longitude, int Seed);
