namespace GarminSync.Gateway.CentralData;

/// <summary>A call is about a user whom CentralDB does not have.</summary>
internal sealed class UnknownUserException(string userId) : Exception("A call names a user who is not in CentralDB.")
{
    public string UserId { get; } = userId;
}
