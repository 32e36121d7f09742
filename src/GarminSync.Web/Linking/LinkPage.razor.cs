using System.Net;
using System.Text.Json;
using GarminSync.Web.Api;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GarminSync.Web.Linking;

/// <summary>
/// Links an account in one of three ways. What is typed stays in the browser until the form is sent; then it passes through one method, which keeps nothing of it,
/// and the browser empties the fields that hold a secret.
/// </summary>
public sealed partial class LinkPage : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private ElementReference _form;
    private LinkOutcome.Linked? _linked;
    private LinkOutcome.CodeNeeded? _code;
    private ApiProblem? _problem;
    private bool _busy;
    private bool _mayLink = true;

    /// <summary><c>ticket</c>, <c>tokens</c>, or by password.</summary>
    [SupplyParameterFromQuery]
    public string? Way { get; set; }

    /// <summary>The Garmin user name of an account that has to log in again.</summary>
    [SupplyParameterFromQuery]
    public string? User { get; set; }

    private string Chosen => Way is "ticket" or "tokens" ? Way : "password";

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync() => _mayLink = await Person.IsOperatorAsync();

    /// <inheritdoc />
    protected override void OnParametersSet() => _problem = null;

    private string? Current(string way) => way == Chosen ? "page" : null;

    private Task SubmitAsync() => SendAsync(Chosen switch
    {
        "ticket" => fields => ("/ticket", Filled(new() { ["service_ticket"] = fields["ticket"], ["service_url"] = fields["url"], ["email"] = fields["email"] })),
        "tokens" => TokensBody,
        _ => fields => ("", new { username = fields["username"], password = fields["password"] }),
    });

    private Task SubmitCodeAsync() => SendAsync(fields => ("/mfa", new { login_id = _code!.LoginId, code = fields["code"] }));

    private async Task SendAsync(Func<Dictionary<string, string>, (string Way, object Body)?> read)
    {
        if (_busy)
        {
            // The fields are empty by now.
            return;
        }

        (_busy, _problem) = (true, null);
        StateHasChanged();
        try
        {
            if (read(await Script.InvokeAsync<Dictionary<string, string>>("garminsync.take", _gone.Token, _form)) is var (way, body))
            {
                Show(await Api.LinkAsync(way, body, _gone.Token));
            }
        }
        finally
        {
            _busy = false;
        }
    }

    private void Show(LinkOutcome outcome)
    {
        switch (outcome)
        {
            case LinkOutcome.Linked linked:
                (_linked, _code) = (linked, null);
                break;
            case LinkOutcome.CodeNeeded code:
                _code = code;
                break;
            case LinkOutcome.Refused { Problem: { Status: HttpStatusCode.NotFound } problem } when _code is not null:
                (_code, _problem) = (null, problem);
                break;
            case LinkOutcome.Refused { Problem: var problem }:
                _problem = problem;
                break;
        }
    }

    private (string Way, object Body)? TokensBody(Dictionary<string, string> fields)
    {
        try
        {
            var file = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(fields["file"]) ?? [];
            var tokens = file.Where(field => field.Key is "di_token" or "di_refresh_token" or "di_client_id" && field.Value.ValueKind == JsonValueKind.String)
                .ToDictionary(field => field.Key, field => field.Value.GetString(), StringComparer.Ordinal);
            tokens["email"] = fields["email"];
            return ("/tokens", Filled(tokens));
        }
        catch (JsonException)
        {
            _problem = new ApiProblem { Detail = Texts.TokenFileUnreadable };
            return null;
        }
    }

    private static Dictionary<string, string> Filled(Dictionary<string, string?> fields) =>
        fields.Where(field => !string.IsNullOrWhiteSpace(field.Value)).ToDictionary(field => field.Key, field => field.Value!, StringComparer.Ordinal);

    private void StartAgain() => (_code, _problem) = (null, null);

    private async Task SyncAsync(string? userId)
    {
        if (userId is null)
        {
            Navigation.NavigateTo("sync");
            return;
        }

        var answer = await Api.SyncAsync(what: null, new SyncRequest { UserId = userId }, _gone.Token);
        _problem = answer.Problem;
        if (answer.Value is { } job)
        {
            Navigation.NavigateTo($"jobs/{job.JobId}");
        }
    }
}
