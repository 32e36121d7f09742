using GarminSync.Web.Api;
using GarminSync.Web.Live;
using GarminSync.Web.Shown;
using Microsoft.AspNetCore.Components;

namespace GarminSync.Web.Sync;

/// <summary>A sync job, live until it has ended.</summary>
public sealed partial class JobPage
{
    private ApiProblem? _problem;
    private bool _busy;
    private int _lives;

    /// <summary>The job.</summary>
    [Parameter]
    public Guid JobId { get; set; }

    /// <summary>What was read when the page was rendered on the server.</summary>
    [PersistentState]
    public Job? Job { get; set; }

    [Inject]
    private GarminApi Api { get; set; } = default!;

    private string Title => Job is null ? Texts.Job : Texts.JobOf.With(Words.Kind(Job.JobType));

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (Job?.JobId != JobId)
        {
            await LookAsync(Gone);
        }
    }

    // A job that is retried lives again, and so does its stream; the number makes another address of it.
    /// <inheritdoc />
    protected override string? Stream() => Job is { HasEnded: false } ? $"{LiveNews.OfJob(JobId)}?life={_lives}" : null;

    /// <inheritdoc />
    protected override async Task LookAsync(CancellationToken cancellationToken) => Show(JobId, await Api.JobAsync(JobId, cancellationToken));

    private void Show(Guid asked, ApiAnswer<Job> answer)
    {
        if (asked != JobId)
        {
            return;
        }

        _problem = answer.Problem;
        Job = answer.Value ?? Job;
    }

    private Task CancelAsync() => DoAsync(Api.CancelAsync);

    private Task RetryAllAsync() => RetryAsync(item: null);

    private Task RetryAsync(string? item)
    {
        _lives++;
        return DoAsync((job, cancellationToken) => Api.RetryAsync(job, item, cancellationToken));
    }

    private async Task DoAsync(Func<Guid, CancellationToken, Task<ApiAnswer<Job>>> call)
    {
        _busy = true;
        try
        {
            Show(JobId, await call(JobId, Gone));
        }
        finally
        {
            _busy = false;
        }
    }
}
