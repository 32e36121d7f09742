using System.Text.Json;
using GarminConnect.Client;
using GarminSync.Bus.Secrets;
using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Accounts;

/// <summary>
/// Renewed tokens on their way to CentralDB. Garmin gives them once, and the old ones are dead by then: kept here, sealed, they are not lost when CentralDB is away
/// or the process dies at that moment. Written at once, in units of work of its own.
/// </summary>
internal sealed partial class UnsavedTokens(IServiceScopeFactory scopes, SecretSealer sealer, ILogger<UnsavedTokens> logger)
{
    /// <summary>Does not throw: CentralDB may take what the state store could not.</summary>
    public async Task KeepAsync(string userId, GarminTokens replaced, GarminTokens renewed)
    {
        var text = sealer.Seal(JsonSerializer.Serialize(new Kept(replaced.RefreshToken, renewed)));
        try
        {
            await WriteAsync(userId, text, CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogNotKept(userId, exception);
        }
    }

    /// <summary>Those that came in place of these; null when there are none, as after each login.</summary>
    public async Task<GarminTokens?> FindAsync(string userId, GarminTokens replaced, CancellationToken cancellationToken)
    {
        if (await ReadAsync(userId, cancellationToken) is not { } text)
        {
            return null;
        }

        try
        {
            var kept = JsonSerializer.Deserialize<Kept>(sealer.Open(text))!;
            return kept.ReplacedRefreshToken == replaced.RefreshToken ? kept.Renewed : null;
        }
        catch (UnsealException exception)
        {
            // With a key that was taken away; those in CentralDB, or a login, may still do.
            LogNotOpened(userId, exception);
            return null;
        }
    }

    /// <summary>CentralDB has them, or nobody may have them any more.</summary>
    public Task ForgetAsync(string userId, CancellationToken cancellationToken) => WriteAsync(userId, null, cancellationToken);

    /// <summary>Seals them with the key that seals now.</summary>
    /// <exception cref="UnsealException">They were sealed with a key that this process does not have, or were changed.</exception>
    public async Task ResealAsync(string userId, CancellationToken cancellationToken)
    {
        if (await ReadAsync(userId, cancellationToken) is { } text && !sealer.IsCurrent(text))
        {
            await WriteAsync(userId, sealer.Seal(sealer.Open(text)), cancellationToken);
        }
    }

    private Task<string?> ReadAsync(string userId, CancellationToken cancellationToken) =>
        InScopeAsync(userId, account => account.Select(row => row.UnsavedTokens).SingleOrDefaultAsync(cancellationToken));

    private Task<int> WriteAsync(string userId, string? text, CancellationToken cancellationToken) => InScopeAsync(userId, account => account
        .ExecuteUpdateAsync(row => row.SetProperty(kept => kept.UnsavedTokens, text), cancellationToken));

    private async Task<T> InScopeAsync<T>(string userId, Func<IQueryable<GarminAccount>, Task<T>> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<StateDb>().Set<GarminAccount>().Where(account => account.UserId == userId));
    }

    [LoggerMessage(2112, LogLevel.Warning, "The renewed tokens of user {UserId} could not be kept in the state store on their way to CentralDB")]
    private partial void LogNotKept(string userId, Exception exception);

    [LoggerMessage(2113, LogLevel.Warning, "Renewed tokens of user {UserId} that CentralDB may not have cannot be opened, and are left")]
    private partial void LogNotOpened(string userId, Exception exception);

    private sealed record Kept(string ReplacedRefreshToken, GarminTokens Renewed);
}
