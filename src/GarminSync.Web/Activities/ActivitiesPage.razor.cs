using System.Globalization;
using GarminSync.Web.Api;
using GarminSync.Web.Shown;
using Microsoft.AspNetCore.Components;

namespace GarminSync.Web.Activities;

/// <summary>The activities, page by page. What is shown is in the address, so that it can be kept, and the browser's Back leads to what was there.</summary>
public sealed partial class ActivitiesPage : IDisposable
{
    // An address has to stay short: behind so many pages Previous leads to the first.
    private const int LongestTrail = 20;

    private readonly LatestRead _reading = new();
    private (string? Of, int? Known) _total;

    // Of the list that is shown. It stays while another is read, with the focus that one of its links may have.
    private Pager _pager = new("", null, "", null);

    /// <summary>CentralDB's id of the user whose account is shown; the first of all without it.</summary>
    [SupplyParameterFromQuery]
    public string? Account { get; set; }

    /// <summary>Only of this type, as Garmin names it.</summary>
    [SupplyParameterFromQuery]
    public string? Type { get; set; }

    /// <summary>A part of the name.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Text { get; set; }

    /// <summary>First day, by the athlete's clock.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    /// <summary>Last day.</summary>
    [SupplyParameterFromQuery]
    public string? To { get; set; }

    /// <summary>The order, as the API names it.</summary>
    [SupplyParameterFromQuery]
    public string? Sort { get; set; }

    /// <summary>Where this page begins; the first without it.</summary>
    [SupplyParameterFromQuery]
    public string? Cursor { get; set; }

    /// <summary>The cursors of the pages before this one, but for the first, which has none.</summary>
    [SupplyParameterFromQuery(Name = "trail")]
    public string? TrailText { get; set; }

    /// <summary>The number of this page.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? Number { get; set; }

    /// <summary>What was read when the page was rendered on the server.</summary>
    [PersistentState]
    public AccountList? Accounts { get; set; }

    /// <summary>The activities of this page.</summary>
    [PersistentState]
    public ActivityList? List { get; set; }

    /// <summary>What can be filtered by.</summary>
    [PersistentState]
    public ActivityTypeList? Types { get; set; }

    /// <summary>Why there is no list. It is kept like the list, or it would be gone once the page is alive.</summary>
    [PersistentState]
    public ApiProblem? Problem { get; set; }

    /// <summary>What <see cref="List"/>, or <see cref="Problem"/>, is of.</summary>
    [PersistentState]
    public string? Read { get; set; }

    /// <summary>Whose activities these are.</summary>
    [PersistentState]
    public string? ReadOf { get; set; }

    [Inject]
    private GarminApi Api { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private Account? Shown => Accounts?.Chosen(Account);

    private ActivitySearch Search => new()
    {
        Type = Given(Type),
        Text = Given(Text),
        From = Given(From),
        To = Given(To),
        Sort = Given(Sort) ?? ActivitySearch.Newest,
        Cursor = Given(Cursor),
    };

    private int Page => Given(Cursor) is null ? 1 : PageNumber.Of(Number, 2);

    private string[] Trail => Given(TrailText)?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private string Wanted => $"{Shown?.UserId} {Search}";

    private bool IsRead => Read == Wanted;

    private string TotalOf => $"{Shown?.UserId} {Search with { Cursor = null }}";

    // From page 3 the trail has the page before; page 2 has the first before it.
    private string PreviousAddress => Trail.Length == 0
        ? Address(Search with { Cursor = null })
        : Address(Search with { Cursor = Trail[^1] }, [.. Trail.SkipLast(1)], Page - 1);

    /// <inheritdoc />
    public void Dispose() => _reading.Dispose();

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var cancelled = _reading.Begin();
        if (Accounts is null)
        {
            var accounts = await Api.AccountsAsync(cancelled);
            (Accounts, Problem) = (accounts.Value, accounts.Problem);
        }

        if (Shown is { } account && !IsRead)
        {
            if (ReadOf != account.UserId)
            {
                (ReadOf, List, Types, Read, Problem) = (account.UserId, null, null, null, null);
            }

            await Task.WhenAll(ReadTypesAsync(account, cancelled), ReadListAsync(account, cancelled));
        }

        if (List is { } list && IsRead)
        {
            _total = list.Total is { } total ? (TotalOf, total) : _total;
            _pager = PagerOf(list);
        }
    }

    private Pager PagerOf(ActivityList list)
    {
        var first = (Page - 1) * GarminApi.ActivitiesAtOnce;
        var last = first + list.Activities.Count;
        return new(
            _total.Of == TotalOf && _total.Known is { } total
                ? Texts.Activities_RangeOf.With(Count(first + 1), Count(last), Count(total))
                : Texts.Activities_Range.With(Count(first + 1), Count(last)),
            Page > 1 ? PreviousAddress : null,
            Trail.Length == 0 ? Texts.Activities_FirstPage : Texts.Activities_PreviousPage,
            list.NextCursor is { } cursor ? NextAddress(cursor) : null);
    }

    private static string Count(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private async Task ReadListAsync(Account account, CancellationToken cancelled)
    {
        var list = await Api.ActivitiesAsync(account.UserId, Search, cancelled);
        cancelled.ThrowIfCancellationRequested();
        (List, Read, Problem) = (list.Value, Wanted, list.Problem);
    }

    private async Task ReadTypesAsync(Account account, CancellationToken cancelled)
    {
        if (Types is null)
        {
            var types = await Api.ActivityTypesAsync(account.UserId, cancelled);
            cancelled.ThrowIfCancellationRequested();
            Types = types.Value;
        }
    }

    private void Apply(ActivitySearch search) => Navigation.NavigateTo(Address(search));

    private string NextAddress(string cursor) => Address(
        Search with { Cursor = cursor }, Given(Cursor) is { } here ? [.. Trail.Append(here).TakeLast(LongestTrail)] : [], Page + 1);

    private string Address(ActivitySearch search, IReadOnlyList<string>? trail = null, int page = 1) =>
        Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["type"] = search.Type,
            ["q"] = search.Text,
            ["from"] = search.From,
            ["to"] = search.To,
            ["sort"] = search.Sort == ActivitySearch.Newest ? null : search.Sort,
            ["cursor"] = search.Cursor,
            ["trail"] = trail is { Count: > 0 } ? string.Join(',', trail) : null,
            ["page"] = page > 1 ? page : null,
        });

    private sealed record Pager(string Range, string? Previous, string PreviousText, string? Next);
}
