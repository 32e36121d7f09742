using GarminConnect.Client;
using GarminConnect.Client.Tests;
using GarminSync.Consumers.Accounts;
using GarminSync.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Accounts;

public sealed class When_sessions_are_opened
{
    private const string User = "7";

    private readonly ManualClock _clock = new();

    [Fact]
    public async Task The_credentials_of_an_account_are_asked_for_once_in_some_seconds()
    {
        await using var host = await StartAsync();

        await OpenAsync(host);
        await OpenAsync(host);
        await OpenAsync(host);
        var asked = Asked(host);
        _clock.Advance(TimeSpan.FromSeconds(11));
        await OpenAsync(host);

        asked.ShouldBe(1);
        Asked(host).ShouldBe(2);
    }

    [Fact]
    public async Task What_this_process_has_renewed_is_used_at_once()
    {
        await using var host = await StartAsync();
        await OpenAsync(host);

        var renewed = await host.InScopeAsync(services =>
            services.GetRequiredService<TokenRenewal>().RenewAsync(User, Some.Tokens(), mayLogIn: false, TestContext.Current.CancellationToken));

        (await OpenAsync(host)).Tokens.AccessToken.ShouldBe(renewed.AccessToken);
    }

    [Fact]
    public async Task An_account_that_was_unlinked_gets_none()
    {
        await using var host = await StartAsync();
        await OpenAsync(host);

        await host.InScopeAsync(services => services.GetRequiredService<StoredCredentials>().ForgetAsync(User, TestContext.Current.CancellationToken));

        await Should.ThrowAsync<GarminSignInNeededException>(() => OpenAsync(host));
    }

    private static int Asked(CapabilityHost host) =>
        host.CentralDb.Requests.Count(request => request.Method == "GET" && request.Target.StartsWith("/garmin_credentials", StringComparison.Ordinal));

    private static Task<GarminSession> OpenAsync(CapabilityHost host) =>
        host.InScopeAsync(services => services.GetRequiredService<GarminSessions>().OpenAsync(User, TestContext.Current.CancellationToken));

    private async Task<CapabilityHost> StartAsync()
    {
        var host = await CapabilityHost.StartAsync(Some.Garmin(), _clock);
        await host.LinkAsync(User, new LinkedCredentials("athlete@example.com", "correct horse battery staple", Some.Tokens()));
        return host;
    }
}
