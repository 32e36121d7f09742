using System.Globalization;
using GarminSync.Web.Api;
using GarminSync.Web.Live;
using GarminSync.Web.Shown;
using Microsoft.AspNetCore.Components;

namespace GarminSync.Web.CoverageCalendar;

/// <summary>What is known of each metric and of the activities on each day of a month, and a way to fill the holes.</summary>
public sealed partial class CoveragePage
{
    private Cell? _cell;
    private Job? _filling;
    private ApiProblem? _problem;
    private bool _busy;

    /// <summary>CentralDB's id of the user whose account is shown; the first of all without it.</summary>
    [SupplyParameterFromQuery]
    public string? Account { get; set; }

    /// <summary>As <c>2026-11</c>; without it the one that is.</summary>
    [SupplyParameterFromQuery]
    public string? Month { get; set; }

    /// <summary>What was read when the page was rendered on the server.</summary>
    [PersistentState]
    public AccountList? Accounts { get; set; }

    /// <summary>The days of the month.</summary>
    [PersistentState]
    public Coverage? Days { get; set; }

    /// <summary>Whose days they are, and from when on.</summary>
    [PersistentState]
    public string? Read { get; set; }

    [Inject]
    private GarminApi Api { get; set; } = default!;

    [CascadingParameter]
    private ReaderTime Time { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private Account? Shown => Accounts?.Chosen(Account);

    private DateOnly First =>
        DateOnly.TryParseExact($"{Month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var named) && named.Year >= 1990 && named <= Time.Today
            ? named
            : new DateOnly(Time.Today.Year, Time.Today.Month, 1);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (Read == $"{Shown?.UserId} {First}")
        {
            return;
        }

        (_cell, _filling, Days) = (null, null, null);
        await LookAsync(Gone);
    }

    /// <inheritdoc />
    protected override string? Stream() => Shown is { } account ? LiveNews.OfAccounts(account.UserId) : null;

    /// <inheritdoc />
    protected override async Task LookAsync(CancellationToken cancellationToken)
    {
        var accounts = await Api.AccountsAsync(cancellationToken);
        (Accounts, _problem) = (accounts.Value ?? Accounts, accounts.Problem);
        if (Shown is not { } account)
        {
            return;
        }

        var first = First;
        var last = first.AddMonths(1).AddDays(-1);
        var coverage = await Api.CoverageAsync(account.UserId, first, last < Time.Today ? last : Time.Today, cancellationToken);
        if (first != First || Shown?.UserId != account.UserId)
        {
            // Another month or account is looked at by now.
            return;
        }

        (Days, _problem) = (coverage.Value ?? Days, _problem ?? coverage.Problem);
        Read = $"{account.UserId} {first}";
        _cell = _cell is { } cell && Days?.Days.FirstOrDefault(day => day.Date == cell.Date) is { } day ? Cell.Of(cell.Metric, day) : _cell;
    }

    private string Address(DateOnly month) =>
        Navigation.GetUriWithQueryParameter("month", month.ToString("yyyy-MM", CultureInfo.InvariantCulture));

    private void Pick(Cell cell) => (_cell, _filling) = (cell, null);

    private async Task FillAsync()
    {
        var cell = _cell!;
        var day = cell.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var request = new SyncRequest { UserId = Shown!.UserId, StartDate = day, EndDate = day, Metrics = cell.Metric is { } metric ? [metric] : null, Force = true };
        _busy = true;
        try
        {
            var answer = await Api.SyncAsync(cell.Metric is null ? "activities" : "health-metrics", request, Gone);
            (_problem, _filling) = (answer.Problem, answer.Value);
        }
        finally
        {
            _busy = false;
        }
    }
}
