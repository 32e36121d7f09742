using System.Net;
using System.Text.RegularExpressions;

namespace GarminConnect.Client;

/// <summary>A page of the widget, of which we read the title, the anti-forgery value of its form, some variables of its script, and the ticket.</summary>
internal sealed partial class WidgetPage
{
    private const string SignInTitle = "GARMIN Authentication Application";

    private static readonly string[] Refusals = ["invalid", "incorrect", "account error"];
    private static readonly string[] Outages = ["bad gateway", "service unavailable", "cloudflare", "502", "503"];

    private readonly string _html;

    private WidgetPage(string html)
    {
        _html = html;
        Title = WebUtility.HtmlDecode(TitlePattern().Match(html).Groups[1].Value.Trim());
        FormToken = FormTokenPattern().Match(html) is { Success: true } token ? WebUtility.HtmlDecode(token.Groups[1].Value) : null;
    }

    public string Title { get; }

    public string? FormToken { get; }

    /// <summary>Whether it asks for a code. One such page has a title of its own; another has the title of the sign-in.</summary>
    public bool WantsCode => TitleHas("Enter MFA code") || (Title == SignInTitle && Variable("mfaMethod") is not null);

    private bool HasError => _html.Contains("class=\"error\"", StringComparison.Ordinal) || ErrorResultPattern().IsMatch(_html);

    private string? Ticket => TicketPattern().Match(_html) is { Success: true } match && SignInAnswer.IsTicket(match.Groups[1].Value) ? match.Groups[1].Value : null;

    public static WidgetPage Read(string html) => new(html);

    /// <summary>A variable of the page's script; null when it has none of that name.</summary>
    public string? Variable(string name) =>
        VariablePattern().Matches(_html).FirstOrDefault(match => match.Groups[1].Value == name)?.Groups[2].Value;

    public SignInAnswer AnswerToPassword(HttpResponseMessage response, DateTimeOffset now) => this switch
    {
        { Ticket: { } ticket } when response.IsSuccessStatusCode && Title == "Success" => SignInAnswer.WithTicket(ticket),
        _ when response.StatusCode == HttpStatusCode.TooManyRequests => SignInAnswer.RateLimited(response, now),
        _ when TitleHas("locked") => new SignInOutcome.AccountLocked(),
        _ when Refusals.Any(TitleHas) || (response.StatusCode == HttpStatusCode.Unauthorized && HasError) => new SignInOutcome.WrongCredentials(),
        _ when TitleHas("unable to sign in") || TitleHas("unable to login") => new SignInOutcome.Blocked("the widget is not open to accounts of this kind"),
        _ when Outages.Any(TitleHas) => new SignInOutcome.Unreachable("its sign-in server is out of order"),
        _ => SignInAnswer.ByStatus(response, now),
    };

    public SignInAnswer AnswerToCode(HttpResponseMessage response, PendingMfa pending, DateTimeOffset now) => this switch
    {
        _ when WantsCode || (Title == SignInTitle && HasError) => new SignInOutcome.WrongCode(pending),
        _ => AnswerToPassword(response, now),
    };

    private bool TitleHas(string part) => Title.Contains(part, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("<title>([^<]{0,200})</title>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TitlePattern();

    [GeneratedRegex("""name="_csrf"\s+value="([^"]{1,500})""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FormTokenPattern();

    [GeneratedRegex("""var\s+([A-Za-z]{1,40})\s*=\s*["']([^"']{0,500})["']""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VariablePattern();

    [GeneratedRegex("""var\s+result\s*=\s*["']error["']""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ErrorResultPattern();

    [GeneratedRegex("""\?ticket=([^"&\s]{1,500})""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TicketPattern();
}
