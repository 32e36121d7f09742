using GarminSync.Web.Api;
using GarminSync.Web.Live;
using Microsoft.AspNetCore.Components;

namespace GarminSync.Web.Schedules;

/// <summary>When an account is synced by itself, and a way to change it.</summary>
public sealed partial class SchedulePage
{
    private ApiProblem? _problem;

    /// <summary>CentralDB's id of the user whose account is shown; the first of all without it.</summary>
    [SupplyParameterFromQuery]
    public string? Account { get; set; }

    /// <summary>What was read when the page was rendered on the server.</summary>
    [PersistentState]
    public AccountList? Accounts { get; set; }

    /// <summary>The schedule of the account.</summary>
    [PersistentState]
    public Schedule? Schedule { get; set; }

    /// <summary>Whose it is.</summary>
    [PersistentState]
    public string? Read { get; set; }

    [Inject]
    private GarminApi Api { get; set; } = default!;

    private Account? Shown => Accounts?.Chosen(Account);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (Accounts is null || Read != Shown?.UserId)
        {
            Schedule = null;
            await LookAsync(Gone);
        }
    }

    /// <inheritdoc />
    protected override string? Stream() => Shown is { } account ? LiveNews.OfAccounts(account.UserId) : null;

    /// <inheritdoc />
    protected override async Task LookAsync(CancellationToken cancellationToken)
    {
        var accounts = await Api.AccountsAsync(cancellationToken);
        (Accounts, _problem) = (accounts.Value ?? Accounts, accounts.Problem);
        if (Shown is { } account)
        {
            var schedule = await Api.ScheduleAsync(account.UserId, cancellationToken);
            if (Shown?.UserId != account.UserId)
            {
                // The person has gone on to another account meanwhile.
                return;
            }

            (Schedule, _problem, Read) = (schedule.Value ?? (Read == account.UserId ? Schedule : null), _problem ?? schedule.Problem, account.UserId);
        }
    }
}
