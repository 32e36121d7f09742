using System.Text.Json;
using GarminConnect.Client;
using GarminConnect.Client.Tests;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Accounts;

public sealed class When_tokens_are_imported
{
    private const string Email = "athlete@example.com";
    private const string Refresh = "/di-oauth2-service/oauth/token";

    private static readonly DateTimeOffset Later = TimeProvider.System.GetUtcNow().AddHours(20);

    [Fact]
    public async Task Valid_ones_are_stored_as_they_are_without_a_password()
    {
        await using var host = await CapabilityHost.StartAsync(Some.Garmin());
        var file = File(Later);

        (await ImportAsync(host, file, Email)).ShouldBe(new LinkingOutcome.Linked("7", Email));

        var stored = await StoredAsync(host);
        (stored.Password, stored.Tokens.AccessToken, stored.Tokens.RefreshToken).ShouldBe((null, AccessToken(file), "refresh-1"));
        host.Garmin.Requests.ShouldHaveSingleItem().Target.ShouldBe("/userprofile-service/socialProfile");
    }

    [Theory]
    [InlineData(Email, "correct horse")]
    [InlineData("ATHLETE@example.com", "correct horse")]
    [InlineData("other@example.com", null)]
    public async Task The_password_that_is_stored_stays_when_it_is_of_the_same_Garmin_account(string userName, string? password)
    {
        await using var host = await CapabilityHost.StartAsync(Some.Garmin());
        await host.LinkAsync("7", new LinkedCredentials(userName, "correct horse", Some.Tokens()));

        (await ImportAsync(host, File(Later), Email)).ShouldBeOfType<LinkingOutcome.Linked>();

        var stored = await StoredAsync(host);
        (stored.UserName, stored.Password, stored.Tokens.RefreshToken).ShouldBe((Email, password, "refresh-1"));
    }

    [Fact]
    public async Task Those_that_have_run_out_are_refreshed_first()
    {
        await using var host = await CapabilityHost.StartAsync(Some.Garmin());

        (await ImportAsync(host, File(DateTimeOffset.UnixEpoch.AddYears(50)), Email)).ShouldBeOfType<LinkingOutcome.Linked>();

        (await StoredAsync(host)).Tokens.RefreshToken.ShouldBe("refresh-2");
        host.Garmin.Requests[0].Text.ShouldContain("refresh_token=refresh-1");
        host.Garmin.Requests[0].Text.ShouldContain("client_id=CLIENT_1");
    }

    [Fact]
    public async Task Those_that_are_refused_are_refreshed_once()
    {
        await using var host = await CapabilityHost.StartAsync(Answer.Status(500));
        host.Garmin.AnswerWith(Some.Garmin(("/userprofile-service", context =>
            (context.Request.Headers.Authorization == "Bearer aaa.bbb.ccc" ? Answer.Json(Some.Profile) : Answer.Status(401))(context))));

        (await ImportAsync(host, File(Later), Email)).ShouldBeOfType<LinkingOutcome.Linked>();

        (await StoredAsync(host)).Tokens.RefreshToken.ShouldBe("refresh-2");
    }

    [Fact]
    public async Task Those_that_Garmin_accepts_no_more_store_nothing()
    {
        await using var host = await CapabilityHost.StartAsync(Some.Garmin(("/userprofile-service", Answer.Status(401)), (Refresh, Answer.Json("""{"error":"invalid_grant"}""", 400))));

        (await ImportAsync(host, File(Later), Email)).ShouldBeOfType<LinkingOutcome.Refused>().SignIn.ShouldBeOfType<SignInOutcome.TicketRefused>();

        host.StoredCredentials("7").ShouldBeNull();
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""not JSON""")]
    [InlineData("""{"di_token":"a.b","di_refresh_token":"r","di_client_id":"c"}""")]
    [InlineData("""{"di_token":"a.b.c\r\nX-Evil: 1","di_refresh_token":"r","di_client_id":"c"}""")]
    [InlineData("""{"di_token":"a.b.c","di_refresh_token":"","di_client_id":"c"}""")]
    public async Task What_are_no_tokens_is_not_sent_to_Garmin(string file)
    {
        await using var host = await CapabilityHost.StartAsync(Some.Garmin());

        (await ImportAsync(host, file, Email)).ShouldBeOfType<LinkingOutcome.NotReadable>();

        host.Garmin.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("aaa.bbb.ccc")]
    [InlineData("e30.eyJleHAiOjFlNDAwfQ.x")]
    [InlineData("e30.W10.x")]
    public async Task Claims_that_are_garbage_count_as_run_out(string accessToken)
    {
        await using var host = await CapabilityHost.StartAsync(Some.Garmin());

        (await ImportAsync(host, $$"""{"di_token":"{{accessToken}}","di_refresh_token":"refresh-1","di_client_id":"CLIENT_1"}""", Email)).ShouldBeOfType<LinkingOutcome.Linked>();

        (await StoredAsync(host)).Tokens.RefreshToken.ShouldBe("refresh-2");
    }

    [Fact]
    public async Task The_user_is_the_one_in_the_profile_when_no_email_comes_along()
    {
        await using var host = await CapabilityHost.StartAsync(Some.Garmin(("/userprofile-service", Answer.Json("""{"displayName":"runner01","userName":"athlete@example.com"}"""))));

        (await ImportAsync(host, File(Later), email: null)).ShouldBe(new LinkingOutcome.Linked("7", Email));
    }

    [Fact]
    public async Task The_user_is_the_one_whose_account_has_that_display_name()
    {
        await using var host = await CapabilityHost.StartAsync(Some.Garmin());
        await host.InScopeAsync(services =>
        {
            services.GetRequiredService<StateDb>().Add(new GarminAccount { UserId = "12", UserName = Email, DisplayName = "runner01", NeedsLogin = true });
            return Task.CompletedTask;
        });

        (await ImportAsync(host, File(Later), email: null)).ShouldBe(new LinkingOutcome.Linked("12", Email));

        (await host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<GarminAccount>().AsNoTracking().SingleAsync())).NeedsLogin.ShouldBeFalse();
    }

    [Fact]
    public async Task Nobody_is_made_up_when_nobody_is_named()
    {
        await using var host = await CapabilityHost.StartAsync(Some.Garmin());

        (await ImportAsync(host, File(Later), email: null)).ShouldBe(new LinkingOutcome.EmailNeeded());

        host.CentralDb.Requests.ShouldAllBe(request => request.Method == "GET");
    }

    [Fact]
    public async Task Tokens_are_not_refreshed_for_nobody()
    {
        await using var host = await CapabilityHost.StartAsync(Some.Garmin());

        (await ImportAsync(host, File(DateTimeOffset.UnixEpoch.AddYears(50)), email: null)).ShouldBe(new LinkingOutcome.EmailNeeded());

        host.Garmin.Requests.ShouldBeEmpty();
    }

    private static string File(DateTimeOffset expires)
    {
        var token = Some.Jwt($$"""{"exp":{{expires.ToUnixTimeSeconds()}},"client_id":"CLIENT_1"}""");
        return JsonSerializer.Serialize(new { di_token = token, di_refresh_token = "refresh-1", di_client_id = "CLIENT_1" });
    }

    private static string AccessToken(string file) => JsonDocument.Parse(file).RootElement.GetProperty("di_token").GetString()!;

    private static Task<LinkingOutcome> ImportAsync(CapabilityHost host, string file, string? email) =>
        host.InScopeAsync(services => services.GetRequiredService<LinkByTokenFile>().LinkAsync(file, email, CancellationToken.None));

    private static async Task<LinkedCredentials> StoredAsync(CapabilityHost host) =>
        (await host.InScopeAsync(services => services.GetRequiredService<StoredCredentials>().FindAsync("7", CancellationToken.None)))!;
}
