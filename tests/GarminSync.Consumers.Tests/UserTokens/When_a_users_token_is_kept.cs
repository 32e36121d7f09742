using System.Text.Json;
using System.Text.Json.Nodes;
using CentralDb.Client.Tests;
using GarminSync.Consumers.UserTokens;
using GarminSync.Contracts;
using GarminSync.Testing;
using MassTransit;
using MassTransit.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.UserTokens;

public sealed class When_a_users_token_is_kept
{
    private const string Hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private readonly ManualClock _clock = new();
    private CentralDbHarness? _centralDb;
    private JsonNode? _stored;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_stored_as_a_hash_and_found_by_it()
    {
        await using var centralDb = await StartAsync();
        var tokens = new StoredUserTokens(centralDb.Client, _clock);

        (await tokens.StoreAsync("7", Hash, expiresAt: null, Token)).ShouldBeTrue();

        (_stored!["user_id"]!.ToString(), _stored["hash"]!.ToString()).ShouldBe(("7", Hash));
        (await tokens.FindValidAsync("7", Hash, Token)).ShouldNotBeNull().Expires.ShouldBeNull();
        (await tokens.FindValidAsync("7", Hash[..^1] + "0", Token)).ShouldBeNull();
        (await tokens.FindValidAsync("8", Hash, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Another_one_takes_its_place()
    {
        await using var centralDb = await StartAsync();
        var tokens = new StoredUserTokens(centralDb.Client, _clock);
        await tokens.StoreAsync("7", Hash, expiresAt: null, Token);
        var other = new string('f', 64);

        (await tokens.StoreAsync("7", other, expiresAt: null, Token)).ShouldBeTrue();

        (await tokens.FindValidAsync("7", Hash, Token)).ShouldBeNull();
        (await tokens.FindValidAsync("7", other, Token)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_revoked_one_is_not_found_and_cannot_be_revoked_again()
    {
        await using var centralDb = await StartAsync();
        var tokens = new StoredUserTokens(centralDb.Client, _clock);
        await tokens.StoreAsync("7", Hash, expiresAt: null, Token);

        (await tokens.RevokeAsync("7", Token)).ShouldBeTrue();

        (await tokens.FindValidAsync("7", Hash, Token)).ShouldBeNull();
        (await tokens.FindValidAsync("7", "revoked", Token)).ShouldBeNull();
        (await tokens.RevokeAsync("7", Token)).ShouldBeFalse();
        _stored!["hash"]!.ToString().ShouldNotBe(Hash);
        _stored["expires"]!.GetValue<DateTimeOffset>().ShouldBeLessThanOrEqualTo(_clock.GetUtcNow());
    }

    [Fact]
    public async Task It_ends_at_its_time()
    {
        await using var centralDb = await StartAsync();
        var tokens = new StoredUserTokens(centralDb.Client, _clock);
        await tokens.StoreAsync("7", Hash, _clock.GetUtcNow().AddHours(1), Token);
        (await tokens.FindValidAsync("7", Hash, Token)).ShouldNotBeNull();

        _clock.Advance(TimeSpan.FromHours(1));

        (await tokens.FindValidAsync("7", Hash, Token)).ShouldBeNull();
    }

    [Theory]
    [InlineData("9")]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("7/../8")]
    [InlineData("7\0")]
    public async Task There_is_none_for_somebody_who_is_not_a_user(string userId)
    {
        await using var centralDb = await StartAsync();
        var tokens = new StoredUserTokens(centralDb.Client, _clock);

        (await tokens.StoreAsync(userId, Hash, expiresAt: null, Token)).ShouldBeFalse();
        (await tokens.FindValidAsync(userId, Hash, Token)).ShouldBeNull();
        (await tokens.RevokeAsync(userId, Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_gateway_is_told_when_CentralDB_cannot_be_asked()
    {
        await using var centralDb = await CentralDbHarness.StartAsync(Answer.Status(503));
        await using var services = new ServiceCollection().AddLogging().AddScoped(_ => new StoredUserTokens(centralDb.Client, _clock))
            .AddMassTransitTestHarness(bus => bus.AddConsumer<UserTokenConsumer, UserTokenConsumerDefinition>()).BuildServiceProvider(validateScopes: true);
        var bus = services.GetRequiredService<ITestHarness>();
        await bus.Start();

        var answer = await bus.GetRequestClient<CheckUserToken>()
            .GetResponse<UserTokenChecked, SyncRefused>(new CheckUserToken { UserId = "7", TokenHash = Hash }, Token);

        answer.Is(out Response<SyncRefused>? refused).ShouldBeTrue();
        refused!.Message.Reason.ShouldBe(SyncRefusals.CentralDbUnreachable);
        refused.Message.Detail.ShouldNotContain(Hash);
    }

    private async Task<CentralDbHarness> StartAsync() => _centralDb = await CentralDbHarness.StartAsync(AnswerAsync);

    // A CentralDB with the users 7 and 8, and one token.
    private async Task AnswerAsync(HttpContext context)
    {
        var body = _centralDb!.Server.Requests[^1].Text;
        var path = context.Request.Path.Value!.TrimEnd('/');
        var answer = (context.Request.Method, path) switch
        {
            ("GET", "/users/7" or "/users/8") => Answer.Json($$"""{"id": "{{path[^1]}}", "email": "a@example.com"}"""),
            ("POST", "/tokens") when _stored is not null => Answer.Status(409),
            ("POST", "/tokens") or ("PUT", "/tokens/7") => Keep(body),
            ("GET", "/tokens/7") when _stored is not null => Answer.Json(_stored.ToJsonString(JsonSerializerOptions.Default)),
            _ => Answer.Status(404),
        };
        await answer(context);
    }

    private RequestDelegate Keep(string body)
    {
        _stored = JsonNode.Parse(body);
        return Answer.Json(body);
    }
}
