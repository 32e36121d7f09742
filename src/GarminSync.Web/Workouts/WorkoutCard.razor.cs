using System.Globalization;
using GarminSync.Web.Api;
using GarminSync.Web.Live;
using GarminSync.Web.Shown;
using Microsoft.AspNetCore.Components;

namespace GarminSync.Web.Workouts;

/// <summary>A plan, drawn and in words, and the form that sends it. What becomes of it is seen live.</summary>
public sealed partial class WorkoutCard
{
    private WorkoutPicture _picture = default!;
    private DateOnly? _day;
    private DateOnly? _sentOn;
    private Job? _job;
    private ApiProblem? _problem;
    private bool _busy;

    /// <summary>The plan.</summary>
    [Parameter, EditorRequired]
    public Workout Workout { get; set; } = default!;

    /// <summary>CentralDB's id of the user whose plan it is.</summary>
    [Parameter, EditorRequired]
    public string UserId { get; set; } = "";

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
        }
    }

    private static string Percent(double share) => $"{(share * 100).ToString("0.###", CultureInfo.InvariantCulture)}%";

    private async Task SendAsync()
    {
        _busy = true;
        var answer = await Api.SendWorkoutAsync(new WorkoutSync(UserId, [Workout.WorkoutId], _day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), Gone);
        (_busy, _job, _problem, _sentOn) = (false, answer.Value, answer.Problem, _day);
    }
}
