namespace GarminSync.Consumers.CentralDb;

/// <param name="Id">CentralDB's id of the activity.</param>
internal sealed record StoredActivity(string Id);
