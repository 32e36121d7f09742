using System.Text.Json;
using System.Text.Json.Serialization;

namespace CentralDb.Client;

/// <summary>A user of FitTrack.</summary>
/// <param name="Id">CentralDB's id: a number in some CentralDBs, a GUID in ours, text here. It is part of the paths of calls.</param>
/// <param name="Name">Null when CentralDB does not say.</param>
/// <param name="Email">Null when CentralDB does not say.</param>
/// <exception cref="JsonException">The id cannot be one: it is empty, longer than 200 characters, or would lead to another path.</exception>
public sealed record CentralDbUser(string Id, string? Name, string? Email)
{
    /// <summary>CentralDB's id: a number in some CentralDBs, a GUID in ours, text here. It is part of the paths of calls.</summary>
    [JsonRequired]
    public string Id { get; init; } = CentralDbId.IsPossible(Id) ? Id : throw new JsonException("The user's id cannot be one.");
}
