using System.Text.Json;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class When_each_form_signs_in
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Forms => [.. Enum.GetNames<SignInForm>()];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_password_is_enough_for_an_account_without_codes(string form)
    {
        await using var garmin = await StartAsync(form);

        var outcome = await garmin.SignIn.SignInAsync("athlete@example.com", SimulatedGarmin.Password, Token);

        outcome.ShouldBeOfType<SignInOutcome.SignedIn>().Profile!.DisplayName.ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_wrong_password_is_said_to_be_one(string form)
    {
        await using var garmin = await StartAsync(form);

        (await garmin.SignIn.SignInAsync("athlete@example.com", "wrong", Token)).ShouldBe(new SignInOutcome.WrongCredentials());
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_code_may_be_wrong_and_then_right_in_other_processes(string form)
    {
        await using var garmin = await StartAsync(form);
        var begun = (await garmin.SignIn.SignInAsync("mfa@example.com", SimulatedGarmin.Password, Token)).ShouldBeOfType<SignInOutcome.MfaRequired>();
        begun.Pending.Form.ToString().ShouldBe(form);
        begun.Pending.Method.ShouldBe("email");
        begun.Pending.SentTo.ShouldBe("mf*****@example.com");

        var refused = (await garmin.SignIn.SubmitCodeAsync(Stored(begun.Pending), "000000", Token)).ShouldBeOfType<SignInOutcome.WrongCode>();
        var accepted = await garmin.SignIn.SubmitCodeAsync(Stored(refused.Pending), SimulatedGarmin.Code, Token);

        accepted.ShouldBeOfType<SignInOutcome.SignedIn>().Profile.ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_code_works_once(string form)
    {
        await using var garmin = await StartAsync(form);
        var begun = (SignInOutcome.MfaRequired)await garmin.SignIn.SignInAsync("mfa@example.com", SimulatedGarmin.Password, Token);
        await garmin.SignIn.SubmitCodeAsync(begun.Pending, SimulatedGarmin.Code, Token);

        (await garmin.SignIn.SubmitCodeAsync(begun.Pending, SimulatedGarmin.Code, Token)).ShouldBeOfType<SignInOutcome.WrongCode>();
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task What_waits_for_a_code_shows_none_of_its_cookies(string form)
    {
        await using var garmin = await StartAsync(form);

        var begun = (SignInOutcome.MfaRequired)await garmin.SignIn.SignInAsync("mfa@example.com", SimulatedGarmin.Password, Token);

        begun.Pending.Cookies.ShouldNotBeEmpty();
        begun.Pending.Cookies.ShouldAllBe(cookie => !begun.ToString().Contains(cookie.Value) && !cookie.ToString().Contains(cookie.Value));
    }

    private static Task<SimulatedGarmin> StartAsync(string form) => SimulatedGarmin.StartAsync(("Garmin:LoginForms:0", form));

    private static PendingMfa Stored(PendingMfa pending) => JsonSerializer.Deserialize<PendingMfa>(JsonSerializer.Serialize(pending))!;
}
