namespace GarminConnect.Simulator.Health;

/// <summary>A stretch of one stage, UTC, in whole minutes.</summary>
public sealed record SleepPhase(SleepStage Stage, DateTimeOffset Start, DateTimeOffset End)
{
    public int Seconds => (int)(End - Start).TotalSeconds;
}
