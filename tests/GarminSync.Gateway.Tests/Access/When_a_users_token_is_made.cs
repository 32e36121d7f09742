using System.Net;
using System.Security.Cryptography;
using System.Text;
using GarminSync.Contracts;
using GarminSync.Testing;

namespace GarminSync.Gateway.Tests.Access;

public sealed class When_a_users_token_is_made
{
    private static readonly Uri Accounts = new("/api/garmin/accounts", UriKind.Relative);
    private static readonly Uri OwnToken = new("/api/tokens/7", UriKind.Relative);

    [Fact]
    public async Task It_is_shown_once_and_only_its_hash_is_passed_on()
    {
        var consumers = new StubConsumers();
        await using var gateway = await TokenGateway.StartAsync(consumers);

        using var answer = await gateway.Operator.PostJsonAsync("/api/tokens", """{"user_id": "7", "expires_at": "2999-01-31T00:00:00Z"}""");

        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        answer.Headers.Location!.ToString().ShouldBe("/api/tokens/7");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var body = await answer.JsonAsync();
        body.GetProperty("user_id").GetString().ShouldBe("7");
        body.GetProperty("expires_at").GetDateTimeOffset().Year.ShouldBe(2999);
        var stored = consumers.Received<StoreUserToken>().ShouldHaveSingleItem();
        stored.TokenHash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body.GetProperty("token").GetString()!))));
    }

    [Fact]
    public async Task Another_one_takes_its_place_at_once()
    {
        await using var gateway = await TokenGateway.StartAsync(new StubConsumers());
        using var first = await gateway.UserAsync("7");
        (await StatusAsync(first)).ShouldBe(HttpStatusCode.OK);

        using var replaced = await gateway.Operator.PutAsync(OwnToken, content: null, TestContext.Current.CancellationToken);
        using var second = gateway.ClientWith((await replaced.JsonAsync()).GetProperty("token").GetString()!);

        replaced.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(first)).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(second)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_revoked_one_is_dead()
    {
        await using var gateway = await TokenGateway.StartAsync(new StubConsumers());
        using var user = await gateway.UserAsync("7");
        (await StatusAsync(user)).ShouldBe(HttpStatusCode.OK);

        using var revoked = await gateway.Operator.DeleteAsync(OwnToken, TestContext.Current.CancellationToken);
        using var again = await gateway.Operator.DeleteAsync(OwnToken, TestContext.Current.CancellationToken);

        revoked.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(user)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task One_that_another_gateway_revoked_is_dead_after_the_cache_time()
    {
        var consumers = new StubConsumers();
        await using var gateway = await TokenGateway.StartAsync(consumers, "--Gateway:Auth:TokenCacheTime=00:00:00.5");
        using var user = await gateway.UserAsync("7");
        (await StatusAsync(user)).ShouldBe(HttpStatusCode.OK);

        consumers.CheckToken = _ => new UserTokenChecked { Valid = false };

        await Eventually.Is(async () => await StatusAsync(user) == HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task It_is_asked_about_once_in_the_cache_time()
    {
        var consumers = new StubConsumers();
        await using var gateway = await TokenGateway.StartAsync(consumers, "--Gateway:Auth:TokenCacheTime=00:10:00");
        using var user = await gateway.UserAsync("7");

        for (var call = 0; call < 5; call++)
        {
            (await StatusAsync(user)).ShouldBe(HttpStatusCode.OK);
        }

        consumers.Received<CheckUserToken>().Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_whose_user_id_was_changed_is_refused()
    {
        await using var gateway = await TokenGateway.StartAsync(new StubConsumers());
        var parts = (await gateway.TokenOfAsync("7")).Split('.');
        await gateway.TokenOfAsync("8");
        using var forged = gateway.ClientWith($"{parts[0]}.OA.{parts[2]}");

        (await StatusAsync(forged)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("{}", "user_id")]
    [InlineData("""{"user_id": 7}""", "user_id")]
    [InlineData("""{"user_id": "7", "expires_at": "yesterday"}""", "expires_at")]
    [InlineData("""{"user_id": "7", "expires_at": "2001-01-01T00:00:00Z"}""", "expires_at")]
    public async Task A_bad_body_is_refused_by_its_field(string body, string field)
    {
        await using var gateway = await TokenGateway.StartAsync(new StubConsumers());

        using var answer = await gateway.Operator.PostJsonAsync("/api/tokens", body);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.DetailAsync()).ShouldContain(field);
    }

    [Theory]
    [InlineData(SyncRefusals.UnknownUser, HttpStatusCode.NotFound)]
    [InlineData(SyncRefusals.CentralDbUnreachable, HttpStatusCode.ServiceUnavailable)]
    public async Task It_says_why_there_is_none(string reason, HttpStatusCode status)
    {
        var consumers = new StubConsumers();
        await using var gateway = await TokenGateway.StartAsync(consumers);
        consumers.StoreToken = _ => new SyncRefused { Reason = reason, Detail = "CentralDB has no user '7'." };

        using var answer = await gateway.Operator.PostJsonAsync("/api/tokens", """{"user_id": "7"}""");

        answer.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task It_is_no_reason_to_refuse_one_that_CentralDB_cannot_be_asked()
    {
        var consumers = new StubConsumers();
        await using var gateway = await TokenGateway.StartAsync(consumers);
        using var user = await gateway.UserAsync("7");
        consumers.CheckToken = _ => new SyncRefused { Reason = SyncRefusals.CentralDbUnreachable, Detail = "x" };

        (await StatusAsync(user)).ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(Accounts, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
