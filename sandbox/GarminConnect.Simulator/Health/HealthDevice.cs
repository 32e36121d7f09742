namespace GarminConnect.Simulator.Health;

/// <summary>What an athlete wears.</summary>
public enum HealthDevice
{
    /// <summary>Measures everything.</summary>
    Watch,

    /// <summary>A simple band: steps, floors, heart rate, stress, body battery, respiration and sleep; no HRV, SpO2 and blood pressure, nothing about training.</summary>
    Band,

    /// <summary>Nothing. Weight and drinks are typed in.</summary>
    None,
}
