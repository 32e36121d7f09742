using System.Runtime.InteropServices;

namespace GarminConnect.Simulator.Health;

/// <summary>A stretch of time; the end does not belong to it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Window(DateTimeOffset From, DateTimeOffset To)
{
    public bool Contains(DateTimeOffset time) => time >= From && time < To;

    /// <summary>How many seconds both have in common.</summary>
    public int SecondsIn(Window other)
    {
        var from = From > other.From ? From : other.From;
        var to = To < other.To ? To : other.To;
        return to > from ? (int)(to - from).TotalSeconds : 0;
    }
}
