namespace CentralDb.Client;

internal sealed record NewCentralDbUser(string Name, string Email);
