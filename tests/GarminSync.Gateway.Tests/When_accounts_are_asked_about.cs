using System.Net;
using GarminSync.Contracts;

namespace GarminSync.Gateway.Tests;

public sealed class When_accounts_are_asked_about
{
    private static readonly Uri Accounts = new("/api/garmin/accounts", UriKind.Relative);
    private static readonly Uri Account = new("/api/garmin/accounts/7", UriKind.Relative);

    [Fact]
    public async Task It_lists_them()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        using var answer = await gateway.Client.GetAsync(Accounts, TestContext.Current.CancellationToken);

        var account = (await answer.JsonAsync()).GetProperty("accounts")[0];
        account.GetProperty("user_id").GetString().ShouldBe("7");
        account.GetProperty("username").GetString().ShouldBe("athlete@example.com");
        account.GetProperty("status").GetString().ShouldBe("linked");
    }

    [Fact]
    public async Task It_shows_one()
    {
        var consumers = new StubConsumers();
        await using var gateway = await GatewayHost.StartAsync(consumers);

        using var answer = await gateway.Client.GetAsync(Account, TestContext.Current.CancellationToken);

        (await answer.JsonAsync()).GetProperty("user_id").GetString().ShouldBe("7");
        consumers.Received<ListGarminAccounts>().ShouldHaveSingleItem().UserId.ShouldBe("7");
    }

    [Fact]
    public async Task It_says_when_there_is_none()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers { Accounts = _ => new GarminAccountList { Accounts = [] } });

        using var answer = await gateway.Client.GetAsync(Account, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.DetailAsync()).ShouldContain("'7'");
    }

    [Fact]
    public async Task It_unlinks()
    {
        var consumers = new StubConsumers();
        await using var gateway = await GatewayHost.StartAsync(consumers);

        using var answer = await gateway.Client.DeleteAsync(Account, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        consumers.Received<UnlinkGarminAccount>().ShouldHaveSingleItem().UserId.ShouldBe("7");
    }

    [Theory]
    [InlineData(SyncRefusals.NotLinked, HttpStatusCode.NotFound)]
    [InlineData(SyncRefusals.UnknownUser, HttpStatusCode.NotFound)]
    [InlineData(SyncRefusals.CentralDbUnreachable, HttpStatusCode.ServiceUnavailable)]
    public async Task It_says_why_it_does_not_unlink(string reason, HttpStatusCode status)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers { Unlink = _ => new SyncRefused { Reason = reason, Detail = "x" } });

        using var answer = await gateway.Client.DeleteAsync(Account, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(status);
        (await answer.DetailAsync()).ShouldNotBeEmpty();
    }
}
