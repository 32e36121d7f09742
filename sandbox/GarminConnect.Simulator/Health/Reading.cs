using System.Runtime.InteropServices;

namespace GarminConnect.Simulator.Health;

/// <summary>A measured value at a time (UTC). Null: the watch was not on the wrist.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Reading(DateTimeOffset Time, int? Value)
{
    internal long Milliseconds => Time.ToUnixTimeMilliseconds();
}
