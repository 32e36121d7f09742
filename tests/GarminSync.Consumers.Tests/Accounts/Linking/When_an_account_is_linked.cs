using System.Text.Json;
using CentralDb.Client;
using GarminConnect.Client;
using GarminConnect.Client.Tests;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Accounts;

public sealed class When_an_account_is_linked
{
    private const string Password = "correct horse battery staple";

    private static readonly string[] Secrets = [Password, "aaa.bbb.ccc", "refresh-2"];

    [Fact]
    public async Task Its_secrets_are_sealed_in_what_is_sent_to_CentralDB()
    {
        await using var host = await CapabilityHost.StartAsync(Some.Garmin());

        (await LinkAsync(host)).ShouldBe(new LinkingOutcome.Linked("7", "athlete@example.com"));

        var sent = host.CentralDb.Requests.Single(request => request.Target == "/garmin_credentials/7");
        foreach (var request in host.CentralDb.Requests)
        {
            Secrets.ShouldAllBe(secret => !request.Text.Contains(secret) && !request.Target.Contains(secret));
        }

        var stored = JsonDocument.Parse(sent.Text).RootElement;
        foreach (var name in new[] { "garmin_password_plaintext", "access_token", "access_token_secret" })
        {
            stored.GetProperty(name).GetString().ShouldNotBeNull().ShouldStartWith("gs2.");
        }

        (await FindAsync(host)).ShouldBe((Password, "aaa.bbb.ccc", "refresh-2"));
    }

    [Fact]
    public async Task They_are_plain_for_a_CentralDB_whose_other_readers_need_that()
    {
        await using var host = await CapabilityHost.StartAsync(Some.Garmin(), ("CentralDb:SecretFormat", "Plaintext"));

        await LinkAsync(host);

        var stored = JsonDocument.Parse(host.StoredCredentials("7")!).RootElement;
        stored.GetProperty("garmin_password_plaintext").GetString().ShouldBe(Password);
        stored.GetProperty("access_token_secret").GetString().ShouldBe("refresh-2");
        (await FindAsync(host)).ShouldBe((Password, "aaa.bbb.ccc", "refresh-2"));
    }

    [Fact]
    public async Task The_state_store_knows_it_and_none_of_its_secrets()
    {
        await using var host = await CapabilityHost.StartAsync(Some.Garmin());

        await LinkAsync(host);

        var account = (await AccountAsync(host)).ShouldNotBeNull();
        (account.UserId, account.UserName, account.DisplayName, account.Linked, account.NeedsLogin).ShouldBe(("7", "athlete@example.com", "runner01", true, false));
        Secrets.ShouldAllBe(secret => !JsonSerializer.Serialize(account, JsonSerializerOptions.Default).Contains(secret));
    }

    [Fact]
    public async Task Logging_in_again_ends_the_wait_for_it()
    {
        await using var host = await CapabilityHost.StartAsync(Some.Garmin());
        await LinkAsync(host);
        await host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<GarminAccount>().ExecuteUpdateAsync(row => row.SetProperty(account => account.NeedsLogin, true)));

        await LinkAsync(host);

        (await AccountAsync(host))!.NeedsLogin.ShouldBeFalse();
    }

    [Fact]
    public async Task Garmin_is_not_asked_when_CentralDB_could_not_take_the_result()
    {
        await using var host = await CapabilityHost.StartAsync(Some.Garmin());
        host.CentralDb.AnswerWith(Answer.Status(503));

        await Should.ThrowAsync<CentralDbUnreachableException>(() => LinkAsync(host));

        host.Garmin.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_password_stores_nothing()
    {
        await using var host = await CapabilityHost.StartAsync(Some.GarminWith(Answer.Json(
            """{"serviceURL":null,"serviceTicketId":null,"responseStatus":{"type":"INVALID_USERNAME_PASSWORD","message":"","httpStatus":"OK"}}""")));

        var outcome = await LinkAsync(host);

        outcome.ShouldBe(new LinkingOutcome.Refused(new SignInOutcome.WrongCredentials()));
        host.CentralDb.Requests.ShouldAllBe(request => request.Method == HttpMethods.Get);
        (await AccountAsync(host)).ShouldBeNull();
    }

    private static Task<LinkingOutcome> LinkAsync(CapabilityHost host) =>
        host.InScopeAsync(services => services.GetRequiredService<LinkByPassword>().LinkAsync("athlete@example.com", Password, CancellationToken.None));

    private static Task<GarminAccount?> AccountAsync(CapabilityHost host) =>
        host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<GarminAccount>().AsNoTracking().SingleOrDefaultAsync());

    private static async Task<(string?, string, string)> FindAsync(CapabilityHost host)
    {
        var found = await host.InScopeAsync(services => services.GetRequiredService<StoredCredentials>().FindAsync("7", CancellationToken.None));
        return (found!.Password, found.Tokens.AccessToken, found.Tokens.RefreshToken);
    }
}
