using System.Text.Json;
using CentralDb.Client;
using GarminConnect.Client.Tests;
using GarminSync.Consumers.Accounts;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Accounts;

public sealed class When_a_code_is_submitted
{
    [Fact]
    public async Task The_account_is_linked_with_its_password_in_whichever_process()
    {
        await using var accounts = await SimulatedAccounts.StartAsync();
        var loginId = await accounts.BeginAsync();

        (await accounts.SubmitAsync(loginId)).ShouldBe(new LinkingOutcome.Linked("7", SimulatedAccounts.WithCode));

        var stored = await accounts.InNewProcessAsync(services => services.GetRequiredService<StoredCredentials>().FindAsync("7", CancellationToken.None));
        (stored!.UserName, stored.Password).ShouldBe((SimulatedAccounts.WithCode, SimulatedGarmin.Password));
        (await accounts.ReadAsync(db => db.Set<GarminAccount>().SingleAsync())).Linked.ShouldBeTrue();
        (await accounts.PendingAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_one_may_be_followed_by_the_right_one()
    {
        await using var accounts = await SimulatedAccounts.StartAsync();
        var loginId = await accounts.BeginAsync();

        (await accounts.SubmitAsync(loginId, "000000")).ShouldBe(new LinkingOutcome.WrongCode(MayTryAgain: true));

        (await accounts.SubmitAsync(loginId)).ShouldBeOfType<LinkingOutcome.Linked>();
    }

    [Fact]
    public async Task Too_many_wrong_ones_end_the_login()
    {
        await using var accounts = await SimulatedAccounts.StartAsync(("Accounts:CodeTries", "2"));
        var loginId = await accounts.BeginAsync();

        (await accounts.SubmitAsync(loginId, "000000")).ShouldBe(new LinkingOutcome.WrongCode(MayTryAgain: true));
        (await accounts.SubmitAsync(loginId, "000001")).ShouldBe(new LinkingOutcome.WrongCode(MayTryAgain: false));

        (await accounts.SubmitAsync(loginId)).ShouldBe(new LinkingOutcome.UnknownLogin());
    }

    [Fact]
    public async Task One_of_many_at_once_succeeds()
    {
        await using var accounts = await SimulatedAccounts.StartAsync();
        var loginId = await accounts.BeginAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => accounts.SubmitAsync(loginId)));

        outcomes.OfType<LinkingOutcome.Linked>().ShouldHaveSingleItem();
        outcomes.OfType<LinkingOutcome.UnknownLogin>().Count().ShouldBe(3);
    }

    [Fact]
    public async Task A_new_login_of_the_account_takes_the_place_of_the_one_before()
    {
        await using var accounts = await SimulatedAccounts.StartAsync();
        var first = await accounts.BeginAsync();
        var second = ((LinkingOutcome.CodeWanted)await accounts.LoginAsync(" MFA@example.com ")).Login.LoginId;

        (await accounts.SubmitAsync(first)).ShouldBe(new LinkingOutcome.UnknownLogin());
        (await accounts.SubmitAsync(second)).ShouldBeOfType<LinkingOutcome.Linked>();
    }

    [Fact]
    public async Task An_expired_login_is_unknown_and_forgotten()
    {
        await using var accounts = await SimulatedAccounts.StartAsync(("Accounts:PendingLoginLifetime", "00:00:01"));
        var loginId = await accounts.BeginAsync();
        var expires = (await accounts.PendingAsync()).Single().ExpiresAt;
        await Eventually.Is(() => TimeProvider.System.GetUtcNow() > expires);

        (await accounts.SubmitAsync(loginId)).ShouldBe(new LinkingOutcome.UnknownLogin());
        await accounts.InNewProcessAsync(services => services.GetRequiredService<PendingLogins>().ForgetExpiredAsync(CancellationToken.None));

        (await accounts.PendingAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_not_spent_while_CentralDB_is_away()
    {
        await using var accounts = await SimulatedAccounts.StartAsync();
        var loginId = await accounts.BeginAsync();
        accounts.Host.CentralDb.AnswerWith(Answer.Status(503));

        await Should.ThrowAsync<CentralDbUnreachableException>(() => accounts.SubmitAsync(loginId));

        accounts.Host.AnswerAsCentralDb();
        (await accounts.SubmitAsync(loginId)).ShouldBeOfType<LinkingOutcome.Linked>();
    }

    [Fact]
    public async Task What_Garmin_gave_for_it_is_kept_when_CentralDB_goes_away_just_then()
    {
        await using var accounts = await SimulatedAccounts.StartAsync();
        var loginId = await accounts.BeginAsync();
        accounts.Host.CentralDb.AnswerWith(context => (context.Request.Method == "GET" ? Answer.Json("[]") : Answer.Status(503))(context));
        await Should.ThrowAsync<CentralDbUnreachableException>(() => accounts.SubmitAsync(loginId));
        accounts.Host.AnswerAsCentralDb();

        (await accounts.SubmitAsync(loginId, "000000")).ShouldBeOfType<LinkingOutcome.WrongCode>();
        (await accounts.SubmitAsync(loginId)).ShouldBeOfType<LinkingOutcome.Linked>();
    }

    [Fact]
    public async Task The_row_that_waits_for_it_holds_nothing_in_the_clear()
    {
        await using var accounts = await SimulatedAccounts.StartAsync();
        await accounts.BeginAsync();

        var row = (await accounts.PendingAsync()).Single();

        row.SealedState.ShouldStartWith("gs2.");
        var opened = await accounts.InNewProcessAsync(services => Task.FromResult(services.GetRequiredService<PendingLogins>().Open(row)));
        opened.Password.ShouldBe(SimulatedGarmin.Password);
        opened.ToString().ShouldNotContain(opened.Password);
        var text = JsonSerializer.Serialize(row);
        text.ShouldNotContain(opened.Password);
        opened.Mfa.Cookies.ShouldAllBe(cookie => !text.Contains(cookie.Value));
    }
}
