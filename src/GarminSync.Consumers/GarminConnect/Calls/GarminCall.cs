namespace GarminSync.Consumers.GarminConnect;

/// <summary>A GET on the data server.</summary>
/// <param name="Path">Relative, with the query.</param>
/// <param name="What">What is asked for, in words, for messages.</param>
/// <param name="Accept">The media type asked for.</param>
internal sealed record GarminCall(string Path, string What, string Accept = "application/json");
