using GarminSync.Web.Api;
using GarminSync.Web.Shown;
using Microsoft.AspNetCore.Components;

namespace GarminSync.Web.Activities;

/// <summary>One activity: its figures, its track and curves, laps, files and revisions.</summary>
public sealed partial class ActivityPage : IDisposable
{
    // As many as a wide window has pixels to tell apart, more or less; the API thins to them without losing an extreme.
    private const int Points = 600;

    private readonly LatestRead _reading = new();

    /// <summary>Garmin's id.</summary>
    [Parameter]
    public long Id { get; set; }

    /// <summary>CentralDB's id of the user whose activity it is; the first of all without it.</summary>
    [SupplyParameterFromQuery]
    public string? Account { get; set; }

    /// <summary>What the curves are over: <c>time</c>, else the distance.</summary>
    [SupplyParameterFromQuery]
    public string? Over { get; set; }

    /// <summary>What was read when the page was rendered on the server.</summary>
    [PersistentState]
    public AccountList? Accounts { get; set; }

    /// <summary>The activity.</summary>
    [PersistentState]
    public GarminActivity? Activity { get; set; }

    /// <summary>What there is to draw; null when there is nothing.</summary>
    [PersistentState]
    public Track? Track { get; set; }

    /// <summary>Why there is no activity, or nothing to draw of it. It is kept like these, or it would be gone once the page is alive.</summary>
    [PersistentState]
    public ApiProblem? Problem { get; set; }

    /// <summary>What <see cref="Activity"/>, or <see cref="Problem"/>, is of: whose, and which.</summary>
    [PersistentState]
    public string? Read { get; set; }

    /// <summary>The legs of a multisport activity.</summary>
    [PersistentState]
    public IReadOnlyList<GarminActivity>? Legs { get; set; }

    /// <summary>Its revisions, newest first; null where CentralDB does not tell them.</summary>
    [PersistentState]
    public IReadOnlyList<ActivityRevision>? Revisions { get; set; }

    [Inject]
    private GarminApi Api { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private Account? Shown => Accounts?.Chosen(Account);

    private string Wanted => $"{Shown?.UserId} {Id}";

    // An activity without a type may have a file that says the sport.
    private string? Type => Activity?.ActivityType ?? (Track?.Sessions is [var first, ..] ? first.Sport : null);

    private string Query => Account is null ? "" : $"?account={Uri.EscapeDataString(Account)}";

    /// <summary>Where an activity is shown.</summary>
    /// <param name="id">Garmin's id.</param>
    /// <param name="account">Whose, as the address says it; null for the first account.</param>
    internal static string Address(long id, string? account) => $"activities/{id}{(account is null ? "" : $"?account={Uri.EscapeDataString(account)}")}";

    /// <inheritdoc />
    public void Dispose() => _reading.Dispose();

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var cancelled = _reading.Begin();
        if (Accounts is not null && Read == Wanted)
        {
            return;
        }

        // Garmin's ids are of one account, but the address may name any: nobody sees an activity of one under the name of another.
        (Activity, Track, Legs, Revisions, Problem, Read) = (null, null, null, null, null, null);
        if (Accounts is null)
        {
            var accounts = await Api.AccountsAsync(cancelled);
            (Accounts, Problem) = (accounts.Value, accounts.Problem);
        }

        if (Shown is { } account)
        {
            await ReadAsync(account.UserId, Id, cancelled);
        }
    }

    private async Task ReadAsync(string userId, long id, CancellationToken cancelled)
    {
        var revisions = Api.ActivityRevisionsAsync(userId, id, cancelled);
        var activity = await Api.ActivityAsync(userId, id, cancelled);
        var track = activity.Value is { HasTrack: true } ? await Api.TrackAsync(userId, id, Points, cancelled) : null;
        var legs = activity.Value is { ActivityType: GarminActivity.Multisport } whole ? await LegsAsync(userId, whole, cancelled) : null;
        var told = await revisions;
        cancelled.ThrowIfCancellationRequested();
        (Activity, Track, Legs, Revisions, Problem, Read) = (activity.Value, track?.Value, legs, told.Value?.Revisions, activity.Problem ?? track?.Problem, Wanted);
    }

    // A leg names its whole and not the other way round. Legs begin on the day of the whole, or after midnight; a day by UTC may be the one after it, or before.
    private async Task<IReadOnlyList<GarminActivity>?> LegsAsync(string userId, GarminActivity whole, CancellationToken cancelled)
    {
        var local = ActivityWords.LocalStart(whole);
        if ((local ?? whole.StartTime?.UtcDateTime) is not { } start)
        {
            return null;
        }

        var (day, next) = (DateOnly.FromDateTime(start).AddDays(local is null ? -1 : 0).ToString("yyyy-MM-dd"), DateOnly.FromDateTime(start).AddDays(1).ToString("yyyy-MM-dd"));
        var found = await Api.ActivitiesAsync(userId, new ActivitySearch { From = day, To = next, Sort = "start_time" }, cancelled);
        return found.Value is { } list ? [.. list.Activities.Where(leg => leg.ParentGarminActivityId == whole.GarminActivityId)] : null;
    }

    private string OverAddress(bool distance) => Navigation.GetUriWithQueryParameter("over", distance ? null : "time");
}
