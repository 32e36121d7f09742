using System.Globalization;
using GarminSync.Web.Api;
using GarminSync.Web.Live;
using GarminSync.Web.Shown;
using Microsoft.AspNetCore.Components;

namespace GarminSync.Web.Health;

/// <summary>An account's health: a day with its curves, or a week, month, year or all of it.</summary>
public sealed partial class HealthPage
{
    private ApiProblem? _problem;
    private Job? _fetching;
    private bool _busy;
    private bool _reading;
    private bool _maybeNews;
    private CancellationTokenSource? _look;

    /// <summary>CentralDB's id of the user whose account is shown; the first of all without it.</summary>
    [SupplyParameterFromQuery]
    public string? Account { get; set; }

    /// <summary><c>day</c>, <c>week</c>, <c>month</c>, <c>year</c> or <c>all</c>; a month without it.</summary>
    [SupplyParameterFromQuery(Name = "period")]
    public string? PeriodName { get; set; }

    /// <summary>A day in the period, as <c>2026-11-22</c>; today without it.</summary>
    [SupplyParameterFromQuery]
    public string? Date { get; set; }

    /// <summary>What was read when the page was rendered on the server.</summary>
    [PersistentState]
    public AccountList? Accounts { get; set; }

    /// <summary>What is shown.</summary>
    [PersistentState]
    public HealthView? View { get; set; }

    /// <summary>Whose it is, which days, and after which sync it was read.</summary>
    [PersistentState]
    public string? Read { get; set; }

    [Inject]
    private GarminApi Api { get; set; } = default!;

    [Inject]
    private HealthReader Reader { get; set; } = default!;

    [CascadingParameter]
    private ReaderTime Time { get; set; } = default!;

    private Account? Shown => Accounts?.Chosen(Account);

    private Period Shows => Period.Read(PeriodName, Date, Today);

    // The athlete's day may have begun before the reader's.
    private DateOnly Today => View?.Figures.Max(figure => figure.Date) is { } newest && newest > Time.Today ? newest : Time.Today;

    private IReadOnlyList<string> Lacking =>
    [
        .. new (string Name, string[] AnyOf)[]
        {
            (Texts.Health_Steps, ["steps"]), (Texts.Health_Sleep, ["sleep_duration"]), (Texts.Health_RestingHeartRate, ["resting_heart_rate"]), (Texts.Health_Hrv, ["hrv_last_night_average"]),
            (Texts.Health_Stress, ["average_stress"]), (Texts.Health_BodyBattery, ["body_battery_highest"]), (Texts.Health_Spo2, ["average_spo2"]),
            (Texts.Health_Respiration, ["average_waking_respiration"]), (Texts.Health_Weight, ["weight"]), (Texts.Health_Readiness, ["training_readiness"]),
            (Texts.Health_Load, ["acute_training_load"]), (Texts.Health_Vo2Max, ["vo2_max", "vo2_max_cycling"]), (Texts.Health_Races, ["race_prediction_5k"]),
        }.Where(metric => View?.Known.Intersect(metric.AnyOf).Any() == false).Select(metric => metric.Name),
    ];

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (Accounts is not null && Read?.StartsWith($"{Shown?.UserId} ", StringComparison.Ordinal) == false)
        {
            // Nobody sees the values of one account under the name of another.
            (View, Read) = (null, null);
        }

        if (Accounts is null || Read?.StartsWith(Key(), StringComparison.Ordinal) != true)
        {
            _fetching = null;
            await ReadLastAsync(Gone);
        }
        else
        {
            // Back to what is shown, while another period was being read.
            _reading = false;
        }
    }

    /// <inheritdoc />
    protected override string? Stream() => Shown is { } account ? LiveNews.OfCompletedSyncs(account.UserId) : null;

    /// <inheritdoc />
    protected override Task LookAsync(CancellationToken cancellationToken)
    {
        _maybeNews = true;
        return ReadLastAsync(cancellationToken);
    }

    private async Task ReadLastAsync(CancellationToken cancellationToken)
    {
        using var look = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var before = _look;
        _look = look;
        before?.Cancel();
        try
        {
            await ReadAsync(look.Token);
        }
        catch (OperationCanceledException) when (_look != look && !cancellationToken.IsCancellationRequested)
        {
            // The next look reads it, or something else by now.
        }
        finally
        {
            _look = _look == look ? null : _look;
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        _problem = null;
        if (Accounts is null || _maybeNews)
        {
            // When an account was synced last is told by the stream, so a step to another period need not ask for it.
            var accounts = await Api.AccountsAsync(cancellationToken);
            (Accounts, _problem, _maybeNews) = (accounts.Value ?? Accounts, accounts.Problem, accounts.Value is null);
        }

        // Values change only when a sync has brought some; there are too many of them to be read for nothing.
        var read = $"{Key()}{Shown?.LastSyncAt?.ToString("O", CultureInfo.InvariantCulture)}";
        if (Shown is not { } account || read == Read)
        {
            _reading = false;
            return;
        }

        var key = Key();
        _reading = true;
        var (view, problem) = await Reader.ReadAsync(account, Shows, cancellationToken);
        if (key != Key())
        {
            // The person has gone on to another period meanwhile.
            return;
        }

        (_reading, _problem) = (false, _problem ?? problem);
        (View, Read, _fetching) = view is not null ? (view, read, null) : Read?.StartsWith(key, StringComparison.Ordinal) == true ? (View, Read, _fetching) : (null, null, null);
    }

    private string Key() => $"{Shown?.UserId} {Shows.Kind} {Shows.Date} ";

    private async Task FetchAsync(DateOnly? from, DateOnly? to, bool intraday)
    {
        var request = new SyncRequest
        {
            UserId = Shown!.UserId,
            StartDate = from?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            EndDate = to?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Detail = intraday ? "intraday" : null,
        };
        _busy = true;
        try
        {
            var answer = await Api.SyncAsync("health-metrics", request, Gone);
            (_problem, _fetching) = (answer.Problem, answer.Value);
        }
        finally
        {
            _busy = false;
        }
    }
}
