using System.Text.Json;
using GarminConnect.Client;
using GarminSync.Bus.Secrets;
using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Accounts;

/// <summary>
/// Renewed tokens on their way to CentralDB. Garmin gives them once, and the old ones no longer work, so they are kept in the account's row, sealed, in case CentralDB
/// is down or the process dies before they are there. Writes at once, in units of work of its own.
/// </summary>
internal sealed partial class UnsavedTokens(OwnUnitOfWork work, SecretSealer sealer, TimeProvider clock, ILogger<UnsavedTokens> logger)
{
    /// <summary>Does not throw: even if the state store cannot keep them, CentralDB may.</summary>
    public async Task KeepAsync(string userId, GarminTokens replaced, GarminTokens renewed)
    {
        var text = sealer.Seal(JsonSerializer.Serialize(new Kept(replaced.RefreshToken, renewed)), SecretUse.UnsavedTokens(userId));
        try
        {
            await WriteAsync(userId, text, CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogNotKept(userId, exception);
        }
    }

    /// <summary>The tokens that replaced these; null when none are kept, or a login has made them obsolete.</summary>
    public async Task<GarminTokens?> FindAsync(string userId, GarminTokens replaced, CancellationToken cancellationToken)
    {
        if (await ReadAsync(userId, cancellationToken) is not { } text)
        {
            return null;
        }

        try
        {
            var kept = JsonSerializer.Deserialize<Kept>(sealer.Open(text, SecretUse.UnsavedTokens(userId)))!;
            return kept.ReplacedRefreshToken == replaced.RefreshToken ? kept.Renewed : null;
        }
        catch (UnsealException exception)
        {
            // The key was removed, or somebody put another account's here. The tokens in CentralDB may still work, or a login will.
            LogNotOpened(userId, exception);
            return null;
        }
    }

    /// <summary>To be called when CentralDB has them, or when the account is unlinked.</summary>
    public Task ForgetAsync(string userId, CancellationToken cancellationToken) => WriteAsync(userId, null, cancellationToken);

    /// <summary>Seals them with the current key.</summary>
    /// <exception cref="UnsealException">They were sealed with a key that this process does not have or for another user, or were changed.</exception>
    public async Task ResealAsync(string userId, CancellationToken cancellationToken)
    {
        if (await ReadAsync(userId, cancellationToken) is { } text && !sealer.IsCurrent(text))
        {
            var use = SecretUse.UnsavedTokens(userId);
            await WriteAsync(userId, sealer.Seal(sealer.Open(text, use), use), cancellationToken);
        }
    }

    private Task<string?> ReadAsync(string userId, CancellationToken cancellationToken) => work.RunAsync(db =>
        db.Set<GarminAccount>().Where(account => account.UserId == userId).Select(account => account.UnsavedTokens).SingleOrDefaultAsync(cancellationToken));

    private Task WriteAsync(string userId, string? text, CancellationToken cancellationToken) =>
        work.RunAsync(db => new AccountStates(db, clock).KeepUnsavedTokensAsync(userId, text, cancellationToken));

    [LoggerMessage(2112, LogLevel.Warning, "The renewed tokens of user {UserId} could not be kept in the state store on their way to CentralDB")]
    private partial void LogNotKept(string userId, Exception exception);

    [LoggerMessage(2113, LogLevel.Warning, "Renewed tokens of user {UserId} that CentralDB may not have cannot be opened, and are left")]
    private partial void LogNotOpened(string userId, Exception exception);

    private sealed record Kept(string ReplacedRefreshToken, GarminTokens Renewed);
}
