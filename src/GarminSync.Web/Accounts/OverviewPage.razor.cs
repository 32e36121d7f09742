using GarminSync.Web.Api;
using GarminSync.Web.Live;
using GarminSync.Web.People;
using GarminSync.Web.Shown;
using Microsoft.AspNetCore.Components;

namespace GarminSync.Web.Accounts;

/// <summary>The linked accounts, each with its state, its newest job and how fresh its data is.</summary>
public sealed partial class OverviewPage
{
    /// <summary>Days of which the overview tells how complete they are.</summary>
    internal const int Days = 30;

    // More accounts than that are listed without their coverage: it would be a question for each.
    private const int MostCovered = 10;

    private ApiProblem? _problem;
    private bool _isOperator;

    /// <summary>What was read when the page was rendered on the server.</summary>
    [PersistentState]
    public AccountList? Accounts { get; set; }

    /// <summary>The newest job of each account.</summary>
    [PersistentState]
    public IReadOnlyDictionary<string, Job>? Jobs { get; set; }

    /// <summary>What is known of the last days of each account.</summary>
    public IReadOnlyDictionary<string, Coverage>? Coverages { get; set; }

    [Inject]
    private GarminApi Api { get; set; } = default!;

    [Inject]
    private Person Person { get; set; } = default!;

    [CascadingParameter]
    private ReaderTime Time { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _isOperator = await Person.IsOperatorAsync();
        if (Accounts is null)
        {
            await LookAsync(Gone);
        }
    }

    /// <inheritdoc />
    protected override string? Stream() => LiveNews.OfAccounts(userId: null);

    /// <inheritdoc />
    protected override async Task LookAsync(CancellationToken cancellationToken)
    {
        var answer = await Api.AccountsAsync(cancellationToken);
        _problem = answer.Problem;
        if (answer.Value is not { } list)
        {
            return;
        }

        // All at once: one after the other, each account would wait for those before it.
        var read = await Task.WhenAll(list.Accounts.Take(MostCovered).Select(account => ReadAsync(account.UserId, cancellationToken)));
        Accounts = list;
        Jobs = read.Where(one => one.Job is not null).ToDictionary(one => one.UserId, one => one.Job!, StringComparer.Ordinal);
        Coverages = read.Where(one => one.Coverage is not null).ToDictionary(one => one.UserId, one => one.Coverage!, StringComparer.Ordinal);
    }

    private async Task<(string UserId, Job? Job, Coverage? Coverage)> ReadAsync(string userId, CancellationToken cancellationToken)
    {
        var job = (await Api.JobsAsync(userId, limit: 1, cursor: null, cancellationToken)).Value is { Jobs: [var newest] } ? newest : null;

        // While a job runs there is news each second, and the days can wait for its end.
        return job is { HasEnded: false } && Coverages?.GetValueOrDefault(userId) is { } known
            ? (userId, job, known)
            : (userId, job, (await Api.CoverageAsync(userId, Time.Today.AddDays(1 - Days), Time.Today, cancellationToken)).Value);
    }
}
