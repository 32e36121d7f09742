using GarminSync.Web.Api;
using GarminSync.Web.Shown;
using Microsoft.AspNetCore.Components;

namespace GarminSync.Web.Workouts;

/// <summary>The workout plans of an account, and a way to the watch for each.</summary>
public sealed partial class WorkoutsPage : IDisposable
{
    private const int AtOnce = 20;

    // Each is a question to the consumers.
    private const int StatusesAtOnce = 5;

    private readonly LatestRead _reading = new();
    private readonly CancellationTokenSource _leaving = new();
    private readonly CancellationToken _gone;
    private readonly Dictionary<string, WorkoutStatus> _statuses = new(StringComparer.Ordinal);
    private string? _statusesOf;

    // The page that is shown. Its links stay while another is read, with the focus that one of them may have.
    private int _read = 1;

    /// <summary>Makes a page of nothing yet.</summary>
    public WorkoutsPage() => _gone = _leaving.Token;

    /// <summary>CentralDB's id of the user whose account is shown; the first of all without it.</summary>
    [SupplyParameterFromQuery]
    public string? Account { get; set; }

    /// <summary>The number of the page; the first without it.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? Number { get; set; }

    /// <summary>What was read when the page was rendered on the server.</summary>
    [PersistentState]
    public AccountList? Accounts { get; set; }

    /// <summary>The plans of this page.</summary>
    [PersistentState]
    public WorkoutList? List { get; set; }

    /// <summary>Why there is no list. It is kept like the list, or it would be gone once the page is alive.</summary>
    [PersistentState]
    public ApiProblem? Problem { get; set; }

    /// <summary>What <see cref="List"/>, or <see cref="Problem"/>, is of.</summary>
    [PersistentState]
    public string? Read { get; set; }

    /// <summary>Whose plans these are.</summary>
    [PersistentState]
    public string? ReadOf { get; set; }

    [Inject]
    private GarminApi Api { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private Account? Shown => Accounts?.Chosen(Account);

    private int Page => PageNumber.Of(Number, 1);

    private string Wanted => $"{Shown?.UserId} {Page}";

    /// <inheritdoc />
    public void Dispose()
    {
        _reading.Dispose();
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var cancelled = _reading.Begin();
        if (Accounts is null)
        {
            var accounts = await Api.AccountsAsync(cancelled);
            (Accounts, Problem) = (accounts.Value, accounts.Problem);
        }

        if (Shown is { } account && Read != Wanted)
        {
            if (ReadOf != account.UserId)
            {
                (ReadOf, List, Read, Problem) = (account.UserId, null, null, null);
            }

            var list = await Api.WorkoutsAsync(account.UserId, AtOnce, (Page - 1) * AtOnce, cancelled);
            cancelled.ThrowIfCancellationRequested();
            (List, Read, Problem) = (list.Value, Wanted, list.Problem);
        }

        _read = Page;
    }

    // What became of the plans is no part of the first content: it is asked once the page is alive, and shown as it comes.
    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (List is not { } list || Shown is not { } account || Read != Wanted || _statusesOf == Read)
        {
            return;
        }

        (_statusesOf, var of) = (Read, Read);
        _statuses.Clear();
        foreach (var some in list.Workouts.Chunk(StatusesAtOnce))
        {
            await Task.WhenAll(some.Select(workout => ReadStatusAsync(account.UserId, workout.WorkoutId)));
            if (_statusesOf != of || _gone.IsCancellationRequested)
            {
                return;
            }

            StateHasChanged();
        }
    }

    private async Task ReadStatusAsync(string userId, string workoutId)
    {
        var of = _statusesOf;
        var status = await Api.WorkoutStatusAsync(userId, workoutId, _gone);
        if (status.Value is { } found && of == _statusesOf)
        {
            _statuses[workoutId] = found;
        }
    }

    private string Address(int page) => Navigation.GetUriWithQueryParameter("page", page > 1 ? page : (int?)null);
}
