namespace GarminSync.Gateway.Operations;

/// <summary>A service that answers nobody at the moment.</summary>
/// <param name="Service">Its name.</param>
/// <param name="Since">UTC time of the first call that failed.</param>
/// <param name="Until">UTC time before which nobody asks it.</param>
/// <param name="Reason">Why the last call failed, for a person.</param>
internal sealed record OutageAnswer(string Service, DateTimeOffset Since, DateTimeOffset Until, string Reason);
