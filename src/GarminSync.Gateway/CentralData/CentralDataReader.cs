using System.Net;
using CentralDb.Client;
using GarminSync.Gateway.Errors;

namespace GarminSync.Gateway.CentralData;

/// <summary>Reads what CentralDB has of a user, and finds out why when it answers nothing.</summary>
internal sealed class CentralDataReader(CentralDbClient centralDb)
{
    /// <summary>What a call of CentralDB answers about a user.</summary>
    /// <exception cref="UnknownUserException">CentralDB does not have the user.</exception>
    /// <exception cref="RefusedException">It has the user and not the call.</exception>
    /// <exception cref="CentralDbUnreachableException">It is out of reach.</exception>
    /// <exception cref="CentralDbRejectedException">It does not let the gateway in.</exception>
    public async Task<T> OfUserAsync<T>(string userId, Func<CentralDbClient, Task<T?>> read, CancellationToken cancellationToken)
        where T : class
    {
        var detail = "it has no such call";
        try
        {
            if (await read(centralDb) is { } found)
            {
                return found;
            }
        }
        catch (CentralDbRejectedException rejected) when (rejected.Status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden))
        {
            // Ours says so too when the id of a user is none that it gives.
            detail = rejected.Detail ?? rejected.Message;
        }

        throw await centralDb.GetUserAsync(userId, cancellationToken) is null
            ? new UnknownUserException(userId)
            : new RefusedException(Outages.CentralDbAnswer(detail));
    }
}
