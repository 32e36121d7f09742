using GarminSync.Web.Api;
using GarminSync.Web.Live;
using Microsoft.AspNetCore.Components;

namespace GarminSync.Web.Sync;

/// <summary>Starts a sync, and lists those there were.</summary>
public sealed partial class SyncPage
{
    private const int JobsAtOnce = 20;

    private readonly List<Job> _older = [];
    private string? _cursor;
    private ApiProblem? _problem;
    private bool _busy;

    /// <summary>CentralDB's id of the user whose account is shown; the first of all without it.</summary>
    [SupplyParameterFromQuery]
    public string? Account { get; set; }

    /// <summary>What was read when the page was rendered on the server.</summary>
    [PersistentState]
    public AccountList? Accounts { get; set; }

    /// <summary>The newest jobs.</summary>
    [PersistentState]
    public JobList? Jobs { get; set; }

    /// <summary>Whose <see cref="Jobs"/> these are.</summary>
    [PersistentState]
    public string? Read { get; set; }

    [Inject]
    private GarminApi Api { get; set; } = default!;

    private Account? Shown => Accounts?.Chosen(Account);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (Read != Shown?.UserId || Jobs is null)
        {
            // Nobody sees the jobs of one account under the name of another.
            _older.Clear();
            (Jobs, Read, _cursor) = (null, null, null);
            await LookAsync(Gone);
        }

        _cursor ??= _older.Count == 0 ? Jobs?.NextCursor : null;
    }

    /// <inheritdoc />
    protected override string? Stream() => Shown is { } account ? LiveNews.OfAccounts(account.UserId) : null;

    /// <inheritdoc />
    protected override async Task LookAsync(CancellationToken cancellationToken)
    {
        var accounts = await Api.AccountsAsync(cancellationToken);
        Accounts = accounts.Value ?? Accounts;
        _problem = accounts.Problem;
        if (Shown is not { } account)
        {
            return;
        }

        var jobs = await Api.JobsAsync(account.UserId, JobsAtOnce, cursor: null, cancellationToken);
        if (Shown?.UserId != account.UserId)
        {
            // Somebody else is looked at by now.
            return;
        }

        _problem ??= jobs.Problem;
        if (jobs.Value is { } newest)
        {
            Keep(newest);
            Read = account.UserId;
        }
    }

    // New jobs push others down; those that were on the first page are not lost between it and the older ones.
    private void Keep(JobList newest)
    {
        var pushedDown = _older.Count == 0 ? [] : (Jobs?.Jobs ?? []).Where(job => newest.Jobs.All(one => one.JobId != job.JobId) && _older.TrueForAll(one => one.JobId != job.JobId));
        _older.InsertRange(0, pushedDown.ToList());
        Jobs = newest;
        if (_older.Count == 0)
        {
            _cursor = newest.NextCursor;
        }
    }

    private async Task OlderAsync()
    {
        if (_busy || Read is not { } userId)
        {
            return;
        }

        _busy = true;
        try
        {
            var page = await Api.JobsAsync(userId, JobsAtOnce, _cursor, Gone);
            if (userId != Read)
            {
                return;
            }

            _problem = page.Problem;
            if (page.Value is { } older)
            {
                _older.AddRange(older.Jobs.Where(job => Jobs!.Jobs.Concat(_older).All(one => one.JobId != job.JobId)).ToList());
                _cursor = older.NextCursor;
            }
        }
        finally
        {
            _busy = false;
        }
    }
}
