using System.Text.Json.Nodes;
using CentralDb.Client;
using GarminConnect.Client;
using GarminSync.Bus.Secrets;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Accounts;

/// <summary>By somebody who may write CentralDB or the state store, and has no key.</summary>
public sealed class When_a_sealed_value_is_put_elsewhere
{
    private static readonly GarminTokens Tokens = GarminTokens.FromStored("aaa.bbb.ccc", "refresh", null);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_row_of_one_user_does_not_open_for_another()
    {
        await using var host = await StartAsync();

        await StoreAsync(host, "8", JsonNode.Parse(host.StoredCredentials("7")!)!);

        var refusal = await Should.ThrowAsync<UnsealException>(() => FindAsync(host, "8"));
        refusal.Message.ShouldContain("of '8'");
        refusal.Message.ShouldContain("another user");
        (await FindAsync(host, "7"))!.Tokens.AccessToken.ShouldBe("aaa.bbb.ccc");
    }

    [Fact]
    public async Task A_token_does_not_open_as_the_password()
    {
        await using var host = await StartAsync();
        var row = JsonNode.Parse(host.StoredCredentials("7")!)!;
        row["garmin_password_plaintext"] = row["access_token"]!.GetValue<string>();

        await StoreAsync(host, "7", row);

        (await Should.ThrowAsync<UnsealException>(() => FindAsync(host, "7"))).Message.ShouldContain("stored-password of '7'");
    }

    [Fact]
    public async Task Renewed_tokens_in_the_row_of_another_account_are_left_alone()
    {
        await using var host = await StartAsync();
        await host.InScopeAsync(services => services.GetRequiredService<UnsavedTokens>().KeepAsync("7", Tokens, GarminTokens.FromStored("ddd.eee.fff", "renewed", null)));
        await host.InScopeAsync(async services =>
        {
            var accounts = services.GetRequiredService<StateDb>().Set<GarminAccount>();
            var kept = await accounts.Where(account => account.UserId == "7").Select(account => account.UnsavedTokens).SingleAsync(Token);
            await accounts.Where(account => account.UserId == "8").ExecuteUpdateAsync(row => row.SetProperty(account => account.UnsavedTokens, kept), Token);
        });

        (await FindUnsavedAsync(host, "8")).ShouldBeNull();
        (await FindUnsavedAsync(host, "7"))!.AccessToken.ShouldBe("ddd.eee.fff");
    }

    private static async Task<CapabilityHost> StartAsync()
    {
        var host = await CapabilityHost.StartAsync(Answer.Status(500));
        await host.LinkAsync("7", new LinkedCredentials("victim@example.com", "secret", Tokens));
        await host.LinkAsync("8", new LinkedCredentials("other@example.com", "other", GarminTokens.FromStored("ggg.hhh.iii", "refresh-8", null)));
        return host;
    }

    private static Task StoreAsync(CapabilityHost host, string user, JsonNode row) => host.InScopeAsync(services => services.GetRequiredService<CentralDbClient>().SaveCredentialsAsync(
        user,
        new GarminCredentials
        {
            GarminUsername = row["garmin_username"]!.GetValue<string>(),
            GarminPasswordPlaintext = row["garmin_password_plaintext"]!.GetValue<string>(),
            AccessToken = row["access_token"]!.GetValue<string>(),
            AccessTokenSecret = row["access_token_secret"]!.GetValue<string>(),
        },
        Token));

    private static Task<LinkedCredentials?> FindAsync(CapabilityHost host, string user) =>
        host.InScopeAsync(services => services.GetRequiredService<StoredCredentials>().FindAsync(user, Token));

    private static Task<GarminTokens?> FindUnsavedAsync(CapabilityHost host, string user) =>
        host.InScopeAsync(services => services.GetRequiredService<UnsavedTokens>().FindAsync(user, Tokens, Token));
}
