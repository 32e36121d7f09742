using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Erasure;

/// <summary>In a CentralDB that gives the same id again, because it could not erase the user.</summary>
public sealed class When_a_user_who_is_erased_logs_in
{
    [Fact]
    public async Task It_is_refused_meanwhile_and_stores_nothing_and_works_as_new_afterwards()
    {
        await using var accounts = await SimulatedAccounts.StartAsync();
        var now = TimeProvider.System.GetUtcNow();
        await accounts.ReadAsync(db => Task.FromResult(db.Add(new UserErasure { UserId = "7", RequestedAt = now, DueAt = now })));

        (await accounts.LoginAsync("athlete@example.com")).ShouldBe(new LinkingOutcome.BeingErased("7"));
        accounts.Host.StoredCredentials("7").ShouldBeNull();
        (await accounts.ReadAsync(db => db.Set<GarminAccount>().CountAsync())).ShouldBe(0);
        (await FindAsync(accounts)).ShouldBeOfType<AccountLookup.BeingErased>();

        await accounts.ReadAsync(db => db.Set<UserErasure>().ExecuteUpdateAsync(row => row.SetProperty(erasure => erasure.ErasedAt, now)));

        (await accounts.LoginAsync("athlete@example.com")).ShouldBeOfType<LinkingOutcome.Linked>();
        (await accounts.ReadAsync(db => db.Set<UserErasure>().CountAsync())).ShouldBe(0, "the sweep must not erase the account that is new");
        (await FindAsync(accounts)).ShouldBeOfType<AccountLookup.Found>();
    }

    private static Task<AccountLookup> FindAsync(SimulatedAccounts accounts) =>
        accounts.InNewProcessAsync(services => services.GetRequiredService<AccountDirectory>().FindAsync("7", CancellationToken.None));
}
