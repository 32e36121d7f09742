namespace GarminConnect.Simulator.Health;

/// <summary>The stages of sleep, with the numbers that Garmin gives them.</summary>
public enum SleepStage
{
    Deep = 0,
    Light = 1,
    Rem = 2,
    Awake = 3,
}
