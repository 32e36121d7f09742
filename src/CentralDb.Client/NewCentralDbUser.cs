namespace GarminSync.Consumers.CentralDb;

internal sealed record NewCentralDbUser(string Name, string Email);
