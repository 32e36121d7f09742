using System.Text.Json.Serialization;

namespace GarminSync.Consumers.CentralDb;

/// <param name="Id">CentralDB's id of the activity.</param>
internal sealed record StoredActivity([property: JsonRequired] string Id);
