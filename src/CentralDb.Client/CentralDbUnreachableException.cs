namespace CentralDb.Client;

/// <summary>CentralDB could not be asked, failed, or answered something that it never should. The same call may succeed later.</summary>
/// <remarks>The message names the call and the reason, with the detail that CentralDB gives of a failure; no address and no secret is in it.</remarks>
/// <param name="what">The call, as it reads after "did not answer".</param>
/// <param name="reason">Why, as it reads after a colon.</param>
/// <param name="innerException">What went wrong underneath. Null for none.</param>
public sealed class CentralDbUnreachableException(string what, string reason, Exception? innerException = null)
    : Exception($"CentralDB did not answer {what}: {reason}.", innerException);
