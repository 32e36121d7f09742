using System.Globalization;
using GarminSync.Web.Api;
using GarminSync.Web.Live;
using GarminSync.Web.Shown;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GarminSync.Web.Workouts;

/// <summary>A plan, drawn and in words, the form that sends it, and a way to take it back. What becomes of it is seen live.</summary>
public sealed partial class WorkoutCard
{
    private WorkoutPicture _picture = default!;
    private ElementReference _question;
    private DateOnly? _day;
    private DateOnly? _sentOn;
    private Job? _job;
    private ApiProblem? _problem;
    private bool _busy;
    private bool _removing;

    /// <summary>The plan.</summary>
    [Parameter, EditorRequired]
    public Workout Workout { get; set; } = default!;

    /// <summary>CentralDB's id of the user whose plan it is.</summary>
    [Parameter, EditorRequired]
    public string UserId { get; set; } = "";

    /// <summary>What became of it at Garmin; null while that is not known.</summary>
    [Parameter]
    public WorkoutStatus? Status { get; set; }

    /// <summary>Called when something may have become of it.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    private GarminApi Api { get; set; } = default!;

    [CascadingParameter]
    private ReaderTime Time { get; set; } = default!;

    private string Id => $"workout-{Workout.WorkoutId}";

    /// <inheritdoc />
    protected override void OnParametersSet() => _picture = WorkoutPicture.Of(Workout);

    /// <inheritdoc />
    protected override string? Stream() => _job is { HasEnded: false } job ? LiveNews.OfJob(job.JobId) : null;

    /// <inheritdoc />
    protected override async Task LookAsync(CancellationToken cancellationToken)
    {
        if (_job is { } job)
        {
            var answer = await Api.JobAsync(job.JobId, cancellationToken);
            (_job, _problem) = (answer.Value ?? job, answer.Problem);
            await TellAsync();
        }
    }

    // The stream of a job may end before somebody listens, and then it is the answer to the call that says so.
    private Task TellAsync() => _job is { HasEnded: true } ? Changed.InvokeAsync() : Task.CompletedTask;

    private static string Percent(double share) => $"{(share * 100).ToString("0.###", CultureInfo.InvariantCulture)}%";

    private async Task SendAsync()
    {
        _sentOn = _day;
        await DoAsync(Api.SendWorkoutAsync(new WorkoutSync(UserId, [Workout.WorkoutId], _sentOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), Gone), removing: false);
    }

    private async Task AskAsync() => await Script.InvokeVoidAsync("garminsync.open", Gone, _question);

    private async Task CloseAsync() => await Script.InvokeVoidAsync("garminsync.close", Gone, _question);

    private async Task TakeBackAsync()
    {
        await CloseAsync();
        await DoAsync(Api.RemoveWorkoutAsync(UserId, Workout.WorkoutId, Gone), removing: true);
    }

    private async Task DoAsync(Task<ApiAnswer<Job>> call, bool removing)
    {
        _busy = true;
        try
        {
            var answer = await call;
            (_job, _problem, _removing) = (answer.Value, answer.Problem, removing);
            await TellAsync();
        }
        finally
        {
            _busy = false;
        }
    }
}
