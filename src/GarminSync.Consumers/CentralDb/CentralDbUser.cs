using System.Text.Json.Serialization;

namespace GarminSync.Consumers.CentralDb;

/// <param name="Id">A number in some CentralDBs, a GUID in ours; text here.</param>
internal sealed record CentralDbUser([property: JsonRequired] string Id, string? Name, string? Email);
