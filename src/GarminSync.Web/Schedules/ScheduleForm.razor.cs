using System.Globalization;
using System.Xml;
using GarminSync.Web.Api;
using GarminSync.Web.Shown;
using Microsoft.AspNetCore.Components;

namespace GarminSync.Web.Schedules;

/// <summary>Sets or ends a schedule. What is wrong with a field is said by the API, and shown beside it.</summary>
public sealed partial class ScheduleForm
{
    private Way _way;
    private string _hours = "6";
    private string _cron = "30 6,20 * * *";
    private string _zone = "";
    private bool _hadZone;
    private bool _activities = true;
    private bool _health = true;
    private bool _smart;
    private bool _busy;
    private bool _saved;
    private ApiProblem? _problem;

    private enum Way
    {
        Every,
        Cron,
        Default,
        Off,
    }

    /// <summary>CentralDB's id of the user.</summary>
    [Parameter, EditorRequired]
    public string UserId { get; set; } = "";

    /// <summary>What is now.</summary>
    [Parameter, EditorRequired]
    public Schedule Schedule { get; set; } = default!;

    /// <summary>Called when it is another one.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    private GarminApi Api { get; set; } = default!;

    [CascadingParameter]
    private ReaderTime Time { get; set; } = default!;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _way = Schedule.Source == Schedule.None ? Way.Off : Schedule.Cron is null ? Way.Every : Way.Cron;
        _hours = ScheduleWords.Hours(Schedule.Every) ?? _hours;
        _cron = Schedule.Cron ?? _cron;
        (_zone, _hadZone) = (Schedule.TimeZone ?? "", Schedule.TimeZone is not null);
        _smart = Schedule.Smart;
        if (Schedule.Kinds.Count > 0)
        {
            (_activities, _health) = (Schedule.Kinds.Contains("activities"), Schedule.Kinds.Contains("health"));
        }
    }

    // The browser tells its zone after the first drawing.
    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (!_hadZone && RendererInfo.IsInteractive && !Time.Zone.Equals(TimeZoneInfo.Utc))
        {
            (_zone, _hadZone) = (Time.Zone.Id, true);
            StateHasChanged();
        }
    }

    private string? Invalid(string field) => _problem?.Errors.ContainsKey(field) == true ? "true" : null;

    private async Task SaveAsync()
    {
        (_busy, _saved, _problem) = (true, false, null);
        try
        {
            _problem = _way == Way.Off ? await Api.RemoveScheduleAsync(UserId, CancellationToken.None) : (await Api.SetScheduleAsync(UserId, Wanted(), CancellationToken.None)).Problem;
        }
        finally
        {
            _busy = false;
        }

        _saved = _problem is null;
        if (_saved)
        {
            await Changed.InvokeAsync();
        }
    }

    private ScheduleRequest Wanted() => _way == Way.Default ? new() { FollowDefault = true } : new()
    {
        Every = _way == Way.Every ? Duration(_hours) : null,
        Cron = _way == Way.Cron ? _cron.Trim() : null,
        TimeZone = _way == Way.Cron && _zone.Trim() is { Length: > 0 } zone ? zone : null,
        Kinds = [.. new[] { ("activities", _activities), ("health", _health) }.Where(kind => kind.Item2).Select(kind => kind.Item1)],
        Smart = _smart,
    };

    // What is no number of hours goes to the API as it is, which then says what it should be.
    private static string Duration(string hours) =>
        double.TryParse(hours.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100_000
            ? XmlConvert.ToString(TimeSpan.FromMinutes(Math.Round(number * 60)))
            : hours.Trim();
}
