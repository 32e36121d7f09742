using System.Text.Json;
using System.Text.Json.Nodes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace CentralDb.Client.Tests;

public sealed class When_credentials_are_stored
{
    private static readonly GarminCredentials Credentials = new()
    {
        GarminUsername = "athlete@example.com",
        GarminPasswordPlaintext = "gs1.password",
        AccessToken = "gs1.access",
        AccessTokenSecret = "gs1.refresh",
        TokenExpirationDate = new DateTimeOffset(2026, 3, 1, 13, 0, 0, TimeSpan.FromHours(1)),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task New_ones_are_posted()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json("{}"));

        await db.Client.SaveCredentialsAsync("7", Credentials, Token);

        var request = db.Server.Requests.Single();
        (request.Method, request.Target).ShouldBe(("POST", "/garmin_credentials/7"));
        JsonNode.Parse(request.Body)!.ToJsonString().ShouldBe(JsonNode.Parse(
            """
            {"garmin_username":"athlete@example.com","garmin_password_plaintext":"gs1.password",
             "access_token":"gs1.access","access_token_secret":"gs1.refresh","token_expiration_date":"2026-03-01T12:00:00Z"}
            """)!.ToJsonString());
    }

    [Fact]
    public async Task Known_ones_are_replaced()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json("""{"detail":"exists"}""", 409), Answer.Json("null"));

        await db.Client.SaveCredentialsAsync("7", Credentials, Token);

        db.Server.Requests.Select(request => (request.Method, request.Target)).ShouldBe([("POST", "/garmin_credentials/7"), ("PUT", "/garmin_credentials/7")]);
        db.Server.Requests[1].Text.ShouldBe(db.Server.Requests[0].Text);
    }

    [Fact]
    public async Task What_is_to_be_forgotten_is_sent_as_null()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Status(204));

        await db.Client.SaveCredentialsAsync("7", Credentials with { GarminPasswordPlaintext = null, AccessToken = null }, Token);

        var body = JsonDocument.Parse(db.Server.Requests.Single().Body).RootElement;
        body.GetProperty("garmin_password_plaintext").ValueKind.ShouldBe(JsonValueKind.Null);
        body.GetProperty("access_token").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("garmin_password_plaintext", "2026-03-01T12:00:00Z")]
    [InlineData("garmin_plaintext_password", "2026-03-01T12:00:00")]
    [InlineData("garmin_plaintext_password", "2026-03-01 13:00:00+01:00")]
    public async Task They_are_read_from_either_kind_of_CentralDB(string passwordName, string expires)
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json(
            $$"""
            [{"id":1,"user_id":7,"garmin_username":"athlete@example.com",
              "{{passwordName}}":"gs1.password","access_token":null,"token_expiration_date":"{{expires}}"}]
            """));

        var credentials = await db.Client.GetCredentialsAsync("7", Token);

        credentials!.GarminPasswordPlaintext.ShouldBe("gs1.password");
        credentials.TokenExpirationDate.ShouldBe(Credentials.TokenExpirationDate);
    }

    [Fact]
    public async Task A_refusal_does_not_repeat_what_was_sent()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json("""{"detail":"IntegrityError [parameters: gs1.password]"}""", 422));

        var refusal = await Should.ThrowAsync<CentralDbRejectedException>(() => db.Client.SaveCredentialsAsync("7", Credentials, Token));

        refusal.ToString().ShouldNotContain("gs1.password");
        Credentials.ToString().ShouldNotContain("gs1");
    }

    [Fact]
    public async Task A_token_is_stored_the_same_way()
    {
        await using var db = await CentralDbHarness.StartAsync(
            Answer.Status(409), Answer.Json("{}"), Answer.Json("""{"user_id":7,"hash":"h","created":"2026-03-01T12:00:00","expires":null}"""));
        var token = new ApplicationToken("7", "h", new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), null);

        await db.Client.SaveTokenAsync(token, Token);

        db.Server.Requests.Select(request => (request.Method, request.Target)).ShouldBe([("POST", "/tokens/"), ("PUT", "/tokens/7")]);
        db.Server.Requests[0].Text.ShouldBe("""{"user_id":"7","hash":"h","created":"2026-03-01T12:00:00Z","expires":null}""");
        (await db.Client.GetTokenAsync("7", Token)).ShouldBe(token);
    }
}
