namespace GarminSync.Gateway.Access;

/// <summary>A user's call names another user. It is answered as if that user did not exist.</summary>
internal sealed class ForeignUserException(string userId) : Exception("A call names a user who is not the caller.")
{
    public string UserId { get; } = userId;
}
