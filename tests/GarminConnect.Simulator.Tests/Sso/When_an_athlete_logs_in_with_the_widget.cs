using System.Net;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Sso;

public partial class When_an_athlete_logs_in_with_the_widget
{
    private const string Embed = "https://sso.garmin.com/sso/embed";
    private const string Query = $"id=gauth-widget&embedWidget=true&gauthHost={Embed}&service={Embed}&source={Embed}";

    [Fact]
    public async Task The_form_leads_to_a_ticket_that_can_be_exchanged()
    {
        await using var simulator = await TestSimulator.StartAsync();

        using var answer = await SignInAsync(simulator.Http, TestSimulator.Athlete, TestSimulator.Password);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.TextAsync();
        page.ShouldContain("<title>Success</title>");
        using var tokens = await simulator.Http.ExchangeAsync(Ticket.Match(page).Groups[1].Value, Embed);
        tokens.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_wrong_password_gives_the_form_again_with_401()
    {
        await using var simulator = await TestSimulator.StartAsync();

        using var answer = await SignInAsync(simulator.Http, TestSimulator.Athlete, "wrong");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var page = await answer.TextAsync();
        page.ShouldContain("<title>GARMIN Authentication Application</title>");
        page.ShouldContain("class=\"error\"");
    }

    [Fact]
    public async Task A_form_of_another_session_is_refused()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var stranger = simulator.NewBrowser();
        var csrf = await CsrfAsync(stranger);
        await CsrfAsync(simulator.Http);

        using var answer = await PostAsync(simulator.Http, $"sso/signin?{Query}", ("username", TestSimulator.Athlete), ("password", TestSimulator.Password), ("_csrf", csrf));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_account_with_a_code_is_led_over_two_redirects()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var login = await SignInAsync(simulator.Http, TestSimulator.MfaAthlete, TestSimulator.Password);
        login.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var form = await simulator.Http.GetStringAsync(login.Headers.Location, TestSimulator.Cancel);
        form.ShouldContain("<title>Enter MFA code for login</title>");
        form.ShouldContain("var mfaMethod = \"email\";");
        using var verified = await PostAsync(
            simulator.Http, login.Headers.Location!.OriginalString, ("mfa-code", "123456"), ("embed", "true"), ("_csrf", Csrf.Match(form).Groups[1].Value));
        verified.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var page = await simulator.Http.GetStringAsync(verified.Headers.Location, TestSimulator.Cancel);
        using var tokens = await simulator.Http.ExchangeAsync(Ticket.Match(page).Groups[1].Value, Embed);
        tokens.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient http, string email, string password)
    {
        using var embed = await http.GetAsync("sso/embed?id=gauth-widget", TestSimulator.Cancel);
        return await PostAsync(http, $"sso/signin?{Query}", ("username", email), ("password", password), ("embed", "true"), ("_csrf", await CsrfAsync(http)));
    }

    private static async Task<string> CsrfAsync(HttpClient http) =>
        Csrf.Match(await http.GetStringAsync($"sso/signin?{Query}", TestSimulator.Cancel)).Groups[1].Value;

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await http.PostAsync(path, form, TestSimulator.Cancel);
    }

    [GeneratedRegex("name=\"_csrf\"\\s+value=\"(.+?)\"", RegexOptions.None, 1000)]
    private static partial Regex Csrf { get; }

    [GeneratedRegex("\\?ticket=(ST-[^\"&\\s]+)", RegexOptions.None, 1000)]
    private static partial Regex Ticket { get; }
}
