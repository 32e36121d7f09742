using System.Text.Json;
using System.Text.Json.Serialization;

namespace CentralDb.Client;

/// <param name="Id">A number in some CentralDBs, a GUID in ours; text here. Becomes part of the paths of calls.</param>
internal sealed record CentralDbUser(string Id, string? Name, string? Email)
{
    [JsonRequired]
    public string Id { get; init; } = CentralDbId.IsPossible(Id) ? Id : throw new JsonException("The user's id cannot be one.");
}
