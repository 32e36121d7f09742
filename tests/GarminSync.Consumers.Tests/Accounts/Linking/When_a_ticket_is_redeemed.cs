using CentralDb.Client;
using GarminConnect.Client;
using GarminConnect.Client.Tests;
using GarminSync.Consumers.Accounts;
using GarminSync.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Accounts;

public sealed class When_a_ticket_is_redeemed
{
    private const string Email = "athlete@example.com";
    private const string Android = "service_url=https%3A%2F%2Fmobile.integration.garmin.com%2Fgcm%2Fandroid";

    [Theory]
    [InlineData("ST-1-A-sso", null, Android)]
    [InlineData(" ST-1-A-sso ", "https://connect.garmin.com/app", "service_url=https%3A%2F%2Fconnect.garmin.com%2Fapp")]
    [InlineData("https://connect.garmin.com/app?ticket=ST-1-A-sso&x=1", null, "service_url=https%3A%2F%2Fconnect.garmin.com%2Fapp")]
    [InlineData("""{"serviceURL":"https://sso.garmin.com/sso/embed","serviceTicketId":"ST-1-A-sso"}""", null, "service_url=https%3A%2F%2Fsso.garmin.com%2Fsso%2Fembed")]
    public async Task It_is_found_in_whatever_a_person_copied(string copied, string? serviceUrl, string sent)
    {
        await using var host = await CapabilityHost.StartAsync(Some.Garmin());

        (await RedeemAsync(host, copied, serviceUrl)).ShouldBeOfType<LinkingOutcome.Linked>().UserId.ShouldBe("7");

        host.Garmin.Requests[0].Text.ShouldContain("service_ticket=ST-1-A-sso&");
        host.Garmin.Requests[0].Text.ShouldContain(sent);
    }

    [Fact]
    public async Task It_is_one_of_the_domain_of_the_account()
    {
        new CopiedTicket("ST-1", null).ToString().ShouldNotContain("ST-1");
        await using var host = await CapabilityHost.StartAsync(Some.Garmin(), ("Garmin:Domain", "garmin.cn"));

        await RedeemAsync(host, "ST-1-A-sso", serviceUrl: null);

        host.Garmin.Requests[0].Text.ShouldContain("garmin.cn%2Fgcm%2Fandroid");
        host.Garmin.Requests[0].Text.ShouldContain("grant_type=https%3A%2F%2Fconnectapi.garmin.com%2F");
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("https://connect.garmin.com/app?ticket=")]
    public async Task What_is_none_is_not_sent_to_Garmin(string copied)
    {
        await using var host = await CapabilityHost.StartAsync(Some.Garmin());

        (await RedeemAsync(host, copied, serviceUrl: null)).ShouldBeOfType<LinkingOutcome.NotReadable>();

        host.Garmin.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_is_used_or_too_old_stores_nothing()
    {
        await using var host = await CapabilityHost.StartAsync(Some.Garmin(("/di-oauth2-service", Answer.Json("""{"error":"invalid_grant"}""", 400))));

        (await RedeemAsync(host, "ST-1-A-sso", serviceUrl: null)).ShouldBeOfType<LinkingOutcome.Refused>().SignIn.ShouldBeOfType<SignInOutcome.TicketRefused>();

        host.StoredCredentials("7").ShouldBeNull();
    }

    [Fact]
    public async Task It_is_not_spent_while_CentralDB_is_away()
    {
        await using var host = await CapabilityHost.StartAsync(Some.Garmin());
        host.CentralDb.AnswerWith(Answer.Status(503));

        await Should.ThrowAsync<CentralDbUnreachableException>(() => RedeemAsync(host, "ST-1-A-sso", serviceUrl: null));

        host.Garmin.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_an_email_and_with_no_profile_to_read_it_asks_for_the_email()
    {
        await using var host = await CapabilityHost.StartAsync(Some.Garmin(("/userprofile-service", Answer.Status(503))));

        (await RedeemAsync(host, "ST-1-A-sso", serviceUrl: null, email: null)).ShouldBe(new LinkingOutcome.EmailNeeded());
    }

    private static Task<LinkingOutcome> RedeemAsync(CapabilityHost host, string copied, string? serviceUrl, string? email = Email) =>
        host.InScopeAsync(services => services.GetRequiredService<LinkByTicket>().LinkAsync(copied, serviceUrl, email, CancellationToken.None));
}
