namespace GarminSync.Web.Api;

/// <summary>A service that answers nobody at the moment. Times are UTC.</summary>
public sealed record ServiceOutage(string Service, DateTimeOffset Since, DateTimeOffset Until, string Reason);
