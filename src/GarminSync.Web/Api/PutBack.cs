namespace GarminSync.Web.Api;

/// <summary>How many dead letters were put back, how many stay because nothing says where they are from, and how many were not looked at.</summary>
public sealed record PutBack([property: System.Text.Json.Serialization.JsonPropertyName("put_back")] int Count, int Kept, int Left);
