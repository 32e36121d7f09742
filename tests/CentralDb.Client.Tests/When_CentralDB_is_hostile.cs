using System.Text.Json;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace CentralDb.Client.Tests;

public sealed class When_CentralDB_is_hostile
{
    private const string Email = "athlete@example.com";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../tokens/1")]
    [InlineData("7\r\nX-Evil: 1")]
    [InlineData("7\0")]
    public async Task A_user_whose_id_would_lead_elsewhere_is_not_taken(string id)
    {
        var user = JsonSerializer.Serialize(new { id, email = Email });
        await using var db = await CentralDbHarness.StartAsync(Answer.Json(user));

        await Should.ThrowAsync<CentralDbUnreachableException>(() => db.Client.FindUserAsync(Email, Token));
        await Should.ThrowAsync<CentralDbUnreachableException>(() => db.Client.FindOrCreateUserAsync(Email, Token));
        await Should.ThrowAsync<CentralDbUnreachableException>(() => db.Client.GetUserAsync("7", Token));
    }

    [Fact]
    public async Task Neither_is_one_without_end()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json(JsonSerializer.Serialize(new { id = new string('7', 10_000), email = Email })));

        await Should.ThrowAsync<CentralDbUnreachableException>(() => db.Client.FindUserAsync(Email, Token));
    }

    [Fact]
    public async Task An_answer_nested_without_end_is_none()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json(new string('[', 500_000)));

        await Should.ThrowAsync<CentralDbUnreachableException>(() => db.Client.FindUserAsync(Email, Token));
        await Should.ThrowAsync<CentralDbUnreachableException>(() => db.Client.GetCredentialsAsync("7", Token));
        await Should.ThrowAsync<CentralDbUnreachableException>(() => db.Client.GetWorkoutPlanAsync("7", Token));
    }

    [Fact]
    public async Task An_answer_of_half_characters_is_none()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json("""[{"id":"\ud800","email":"athlete@example.com"}]"""));

        await Should.ThrowAsync<CentralDbUnreachableException>(() => db.Client.FindUserAsync(Email, Token));
    }

    [Fact]
    public async Task An_answer_larger_than_any_should_be_is_given_up()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json($"[{new string(' ', 20_000_000)}]"));

        await Should.ThrowAsync<CentralDbUnreachableException>(() => db.Client.FindUserAsync(Email, Token));
    }

    [Fact]
    public async Task A_reason_without_end_is_cut()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json(JsonSerializer.Serialize(new { detail = new string('x', 1_000_000) }), 422));

        var refusal = await Should.ThrowAsync<CentralDbRejectedException>(() => db.Client.WriteHealthMetricsAsync([Point()], Token));

        refusal.Message.Length.ShouldBeLessThan(1000);
    }

    [Fact]
    public async Task A_redirect_takes_neither_key_nor_credentials_elsewhere()
    {
        await using var elsewhere = await ScriptedServer.StartAsync(Answer.Json("{}"));
        await using var db = await CentralDbHarness.StartAsync(Answer.Status(307, ("Location", $"{elsewhere.Url}steal")), ("ApiKey", "a-key-of-centraldb"));

        await Should.ThrowAsync<CentralDbRejectedException>(() => db.Client.SaveCredentialsAsync("7", new GarminCredentials { AccessToken = "sealed" }, Token));
        await Should.ThrowAsync<CentralDbRejectedException>(() => db.Client.FindUserAsync(Email, Token));

        elsewhere.Requests.ShouldBeEmpty();
    }

    private static HealthMetric Point() =>
        new() { UserId = "7", MetricType = "steps", Date = new DateOnly(2026, 1, 27), Value = 1, Unit = "count", Source = "garmin" };
}
