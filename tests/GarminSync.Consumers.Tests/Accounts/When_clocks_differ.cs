using GarminConnect.Client;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Accounts;

/// <summary>Two processes on PostgreSQL; the clock of one is ahead by more than any lease lasts.</summary>
public sealed class When_clocks_differ(PostgreSqlServer postgres)
{
    private const string User = "7";
    private const string UserName = "athlete@example.com";

    // Long enough for several tries.
    private static readonly TimeSpan Meanwhile = TimeSpan.FromSeconds(1.5);

    private readonly ShiftedClock _ahead = new(TimeProvider.System.GetUtcNow().AddMinutes(5));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_right_to_renew_is_still_held_by_one()
    {
        await using var host = await StartAsync();
        var held = await host.NewProcess().GetRequiredService<RenewalLease>().TakeAsync(User, Token);
        var other = host.NewProcess(_ahead).GetRequiredService<RenewalLease>();

        await WaitsAsync(token => other.TakeAsync(User, token));
        await held.DisposeAsync();

        await (await other.TakeAsync(User, Token)).DisposeAsync();
    }

    [Fact]
    public async Task One_login_at_a_time_is_still_under_way()
    {
        await using var host = await StartAsync();
        var turn = await host.NewProcess().GetRequiredService<LoginCooldowns>().TakeTurnAsync(UserName, Token);
        var other = host.NewProcess(_ahead).GetRequiredService<LoginCooldowns>();

        await WaitsAsync(token => other.TakeTurnAsync(UserName, token));
        await turn.DisposeAsync();

        await (await other.TakeTurnAsync(UserName, Token)).DisposeAsync();
    }

    [Fact]
    public async Task One_code_at_a_time_is_still_tried_and_none_is_too_late()
    {
        await using var host = await StartAsync(("Accounts:PendingLoginLifetime", "00:03:00"));
        var here = host.NewProcess().GetRequiredService<PendingLogins>();
        var other = host.NewProcess(_ahead).GetRequiredService<PendingLogins>();
        var login = await here.StartAsync(new PendingLoginState(UserName, "password", new PendingMfa(default, "https://sso.garmin.com/sso/embed", "email", null, [])));
        var taken = (await here.TakeAsync(login.LoginId, Token))!;

        await WaitsAsync(token => other.TakeAsync(login.LoginId, token));
        await taken.DisposeAsync();

        await using var next = await other.TakeAsync(login.LoginId, Token);
        next.ShouldNotBeNull();
    }

    private static async Task WaitsAsync<T>(Func<CancellationToken, Task<T>> take)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Token);
        enough.CancelAfter(Meanwhile);
        await Should.ThrowAsync<OperationCanceledException>(async () => await take(enough.Token));
    }

    private async Task<CapabilityHost> StartAsync(params (string Name, string Value)[] settings)
    {
        var host = await CapabilityHost.StartAsync(
            Answer.Status(503), [("State:Provider", "PostgreSql"), ("State:ConnectionString", await postgres.CreateDatabaseAsync(Token)), .. settings]);
        await host.InScopeAsync(services =>
        {
            services.GetRequiredService<StateDb>().Add(new GarminAccount { UserId = User, Linked = true });
            return Task.CompletedTask;
        });
        return host;
    }
}
