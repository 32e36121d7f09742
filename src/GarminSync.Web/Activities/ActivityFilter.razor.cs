using System.Globalization;
using GarminSync.Web.Api;
using Microsoft.AspNetCore.Components;

namespace GarminSync.Web.Activities;

/// <summary>Which activities, and in which order. Its fields are named as the address names them, so that it works without scripts too.</summary>
public sealed partial class ActivityFilter
{
    private static readonly (string Sort, string Text)[] Sorts =
    [
        (ActivitySearch.Newest, Texts.Activities_SortNewest),
        ("start_time", Texts.Activities_SortOldest),
        ("-distance_meters", Texts.Activities_SortFarthest),
        ("-duration_seconds", Texts.Activities_SortLongest),
        ("-elevation_gain_meters", Texts.Activities_SortHighest),
        ("-average_heart_rate", Texts.Activities_SortHardest),
    ];

    private ActivitySearch? _shown;
    private string? _type;
    private string? _text;
    private DateOnly? _from;
    private DateOnly? _to;

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public ActivitySearch Search { get; set; } = default!;

    /// <summary>Types to choose from.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ActivityTypeCount> Types { get; set; } = [];

    /// <summary>Whose activities, as the address says it.</summary>
    [Parameter]
    public string? Account { get; set; }

    /// <summary>Called with what is to be shown.</summary>
    [Parameter]
    public EventCallback<ActivitySearch> Apply { get; set; }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        // What somebody has begun to choose stays while the list is read; another address, as after Back, has another choice.
        var search = Search with { Cursor = null };
        if (search != _shown)
        {
            (_shown, _type, _text, _from, _to) = (search, search.Type, search.Text, Day(search.From), Day(search.To));
        }
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private Task ChooseType(ChangeEventArgs chosen)
    {
        _type = Given(chosen.Value as string);
        return Submit();
    }

    private Task ChooseSort(ChangeEventArgs chosen) => ApplyAsync(chosen.Value as string ?? ActivitySearch.Newest);

    private Task Submit() => ApplyAsync(Search.Sort);

    private Task ApplyAsync(string sort) => Apply.InvokeAsync(new ActivitySearch
    {
        Type = _type,
        Text = Given(_text),
        From = _from?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        To = _to?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Sort = sort,
    });
}
