using System.Text.Json.Serialization;

namespace GarminSync.IntegrationTests.Processes;

/// <summary>What another client keeps in its file, as the body of a login with it.</summary>
internal sealed record TokenFile(
    [property: JsonPropertyName("di_token")] string AccessToken,
    [property: JsonPropertyName("di_refresh_token")] string RefreshToken,
    [property: JsonPropertyName("di_client_id")] string ClientId,
    [property: JsonPropertyName("email")] string? Email);
