using System.Globalization;
using GarminSync.Web.Api;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GarminSync.Web.Accounts;

/// <summary>One account of the overview.</summary>
public sealed partial class AccountCard
{
    private ElementReference _question;
    private ElementReference _erasure;
    private string _typed = "";
    private ApiProblem? _problem;
    private bool _busy;

    /// <summary>The account.</summary>
    [Parameter, EditorRequired]
    public Account Account { get; set; } = default!;

    /// <summary>Its newest job; null when it never had one.</summary>
    [Parameter]
    public Job? Job { get; set; }

    /// <summary>Its last days; null when they are not known.</summary>
    [Parameter]
    public Coverage? Coverage { get; set; }

    /// <summary>Whether the person may link accounts.</summary>
    [Parameter]
    public bool CanLink { get; set; }

    /// <summary>Called when the account is unlinked, or the user is being erased.</summary>
    [Parameter]
    public EventCallback Unlinked { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private string Id => $"account-{Account.UserId}";

    private static string Fraction(double progress) => progress.ToString("0.###", CultureInfo.InvariantCulture);

    private async Task SyncAsync()
    {
        _busy = true;
        try
        {
            var answer = await Api.SyncAsync(what: null, new SyncRequest { UserId = Account.UserId }, CancellationToken.None);
            _problem = answer.Problem;
            if (answer.Value is { } job)
            {
                Navigation.NavigateTo($"jobs/{job.JobId}");
            }
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task AskAsync() => await Script.InvokeVoidAsync("garminsync.open", _question);

    private async Task CloseAsync() => await Script.InvokeVoidAsync("garminsync.close", _question);

    private async Task UnlinkAsync()
    {
        await CloseAsync();
        _problem = await Api.UnlinkAsync(Account.UserId, CancellationToken.None);
        await Unlinked.InvokeAsync();
    }

    private async Task AskToEraseAsync()
    {
        _typed = "";
        await Script.InvokeVoidAsync("garminsync.open", _erasure);
    }

    private async Task CloseErasureAsync() => await Script.InvokeVoidAsync("garminsync.close", _erasure);

    private async Task EraseAsync()
    {
        await CloseErasureAsync();
        _problem = await Api.EraseAsync(Account.UserId, CancellationToken.None);
        await Unlinked.InvokeAsync();
    }
}
