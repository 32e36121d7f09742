namespace GarminSync.Contracts;

/// <summary>How far an erasure is: values of <see cref="UserErasureStatus.State"/>.</summary>
public static class UserErasureStates
{
    /// <summary>It is under way, or waits; it goes on by itself.</summary>
    public const string UnderWay = "under_way";

    /// <summary>It is done.</summary>
    public const string Erased = "erased";
}
