using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class When_Garmin_answers_without_measure
{
    private static readonly string Deep = $$"""{"responseStatus": {{new string('[', 200_000)}}""";

    private int _givenUp;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task JSON_nested_without_end_is_no_answer()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Json(Deep));

        (await garmin.SignIn.SignInAsync("athlete@example.com", "pw", Token)).ShouldBeOfType<SignInOutcome.Blocked>();
        (await garmin.Tokens.ExchangeAsync("ST-1-A-sso", "https://sso.garmin.com/sso/embed", Token)).ShouldBeOfType<TicketOutcome.Unreachable>();
        (await garmin.Tokens.RefreshAsync(Some.Tokens(), Token)).ShouldBeOfType<RefreshOutcome.Unreachable>();
        (await Should.ThrowAsync<GarminUnreachableException>(() => garmin.Client.GetProfileAsync(GarminHarness.Session(), Token))).Message.ShouldContain("not JSON");
    }

    [Fact]
    public async Task An_answer_to_a_login_that_never_ends_is_given_up()
    {
        await using var garmin = await GarminHarness.StartAsync(EndlessAsync);

        (await garmin.SignIn.SignInAsync("athlete@example.com", "pw", Token)).ShouldBeOfType<SignInOutcome.Unreachable>();
        (await garmin.Tokens.RefreshAsync(Some.Tokens(), Token)).ShouldBeOfType<RefreshOutcome.Unreachable>();

        await Eventually.Is(() => _givenUp > 1);
    }

    [Fact]
    public async Task Data_that_never_end_are_given_up()
    {
        await using var garmin = await GarminHarness.StartAsync(EndlessAsync);

        await Should.ThrowAsync<GarminUnreachableException>(() => garmin.Client.GetProfileAsync(GarminHarness.Session(), Token));

        await Eventually.Is(() => _givenUp > 0);
    }

    private async Task EndlessAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        var part = new byte[100_000];
        Array.Fill(part, (byte)' ');
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(part, CancellationToken.None);
        }

        Interlocked.Increment(ref _givenUp);
    }
}
