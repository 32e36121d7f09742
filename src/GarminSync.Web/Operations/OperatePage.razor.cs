using System.Globalization;
using GarminSync.Web.Api;
using GarminSync.Web.People;
using Microsoft.AspNetCore.Components;

namespace GarminSync.Web.Operations;

/// <summary>How everything is, and what was put aside: for whoever runs it.</summary>
public sealed partial class OperatePage
{
    private const int AccountsAtOnce = 50;

    private readonly List<AccountOperations> _more = [];
    private ApiProblem? _problem;
    private bool? _mayOperate;
    private string? _search;
    private string? _cursor;
    private bool _busy;

    /// <summary>A part of the user name of the accounts that are shown; all without it.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    /// <summary>What was read when the page was rendered on the server.</summary>
    [PersistentState]
    public OperationsState? State { get; set; }

    /// <summary>UTC time at which all of it was read.</summary>
    [PersistentState]
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>The queues in which something was put aside.</summary>
    [PersistentState]
    public DeadLetterQueueList? Letters { get; set; }

    [Inject]
    private GarminApi Api { get; set; } = default!;

    [Inject]
    private Person Person { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _mayOperate = await Person.IsOperatorAsync();
        _search = Search;
        if (State is null)
        {
            await LookAsync(Gone);
        }

        _cursor ??= State?.NextCursor;
    }

    // Of many accounts there is news all the time, and this is a question to all queues and over all accounts: it is read when somebody asks.
    /// <inheritdoc />
    protected override string? Stream() => null;

    /// <inheritdoc />
    protected override async Task LookAsync(CancellationToken cancellationToken)
    {
        if (_mayOperate is not true)
        {
            return;
        }

        var state = await Api.OperationsAsync(_search, AccountsAtOnce, cursor: null, cancellationToken);
        var letters = await Api.DeadLetterQueuesAsync(cancellationToken);
        _problem = state.Problem ?? letters.Problem;
        Letters = letters.Value ?? Letters;
        if (state.Value is { } now)
        {
            (State, ReadAt) = (now, Clock.GetUtcNow());

            // What was added to the first page is of a moment ago, and may be on the first page by now.
            _more.Clear();
            _cursor = now.NextCursor;
        }
    }

    private long Today(IReadOnlyDictionary<string, long> days) => days.GetValueOrDefault(Clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private Task SearchAsync() => LookAgainAsync();

    private Task LookAgainAsync() => BusyAsync(() => LookAsync(Gone));

    private Task MoreAsync() => BusyAsync(async () =>
    {
        var page = await Api.OperationsAsync(_search, AccountsAtOnce, _cursor, Gone);
        _problem = page.Problem;
        if (page.Value is { } next)
        {
            _more.AddRange(next.Accounts);
            _cursor = next.NextCursor;
        }
    });

    private async Task BusyAsync(Func<Task> work)
    {
        _busy = true;
        try
        {
            await work();
        }
        finally
        {
            _busy = false;
        }
    }
}
