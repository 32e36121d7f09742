using GarminSync.Web.Api;
using Microsoft.AspNetCore.Components;

namespace GarminSync.Web.Sync;

/// <summary>What to sync. What is left alone is left to the API.</summary>
public sealed partial class StartForm
{
    private const string Activities = "activities";
    private const string Health = "health-metrics";

    private string? _kind;
    private DateOnly? _from;
    private DateOnly? _to;
    private bool _original = true;
    private bool _tcx;
    private bool _gpx;
    private bool _intraday;
    private bool _force;
    private bool _busy;
    private ApiProblem? _problem;

    /// <summary>CentralDB's id of the user.</summary>
    [Parameter, EditorRequired]
    public string UserId { get; set; } = "";

    [Inject]
    private GarminApi Api { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private async Task StartAsync()
    {
        var request = new SyncRequest
        {
            UserId = UserId,
            StartDate = _from?.ToString("yyyy-MM-dd"),
            EndDate = _to?.ToString("yyyy-MM-dd"),
            Formats = _kind == Health ? null : Formats(),
            Detail = _intraday && _kind != Activities ? "intraday" : null,
            Force = _force ? true : null,
        };
        _busy = true;
        try
        {
            var answer = await Api.SyncAsync(_kind, request, CancellationToken.None);
            _problem = answer.Problem;
            if (answer.Value is { } job)
            {
                Navigation.NavigateTo($"jobs/{job.JobId}");
            }
        }
        finally
        {
            _busy = false;
        }
    }

    private List<string>? Formats()
    {
        var chosen = new[] { ("original", _original), ("tcx", _tcx), ("gpx", _gpx) }.Where(format => format.Item2).Select(format => format.Item1).ToList();
        return chosen.Count > 0 ? chosen : null;
    }
}
