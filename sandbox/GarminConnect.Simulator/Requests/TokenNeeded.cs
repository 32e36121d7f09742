namespace GarminConnect.Simulator.Requests;

/// <summary>Marks the endpoints of connectapi: without a valid access token they answer 401.</summary>
internal sealed class TokenNeeded;
