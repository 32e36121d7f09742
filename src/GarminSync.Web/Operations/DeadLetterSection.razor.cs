using GarminSync.Web.Api;
using GarminSync.Web.Shown;
using Microsoft.AspNetCore.Components;

namespace GarminSync.Web.Operations;

/// <summary>The messages that were put aside. They are read when somebody asks for them, and not each time that there is news: each look counts at the broker.</summary>
public sealed partial class DeadLetterSection
{
    private const int LettersAtOnce = 50;

    private DeadLetterList? _shown;
    private ApiProblem? _problem;
    private string? _told;
    private bool _busy;

    /// <summary>The queues that hold some.</summary>
    [Parameter, EditorRequired]
    public DeadLetterQueueList Queues { get; set; } = default!;

    /// <summary>Called when one was put back or discarded.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private Task ShowAsync(string queue) => DoAsync(queue, () =>
    {
        _told = null;
        return Task.FromResult<ApiProblem?>(null);
    });

    private Task PutBackAsync(string queue, string id) => DoAsync(queue, async () =>
    {
        var answer = await Api.PutBackAsync(queue, id, CancellationToken.None);
        _told = answer.Value is null ? null : Texts.DeadLetters_WasPutBack;
        return answer.Problem;
    });

    private Task PutAllBackAsync(string queue) => DoAsync(queue, async () =>
    {
        var answer = await Api.PutAllBackAsync(queue, CancellationToken.None);
        _told = answer.Value is { } counts ? Texts.DeadLetters_WerePutBack.With(counts.Count, counts.Kept, counts.Left) : null;
        return answer.Problem;
    });

    private Task DiscardAsync(string queue, string id) => DoAsync(queue, async () =>
    {
        var problem = await Api.DiscardAsync(queue, id, CancellationToken.None);
        _told = problem is null ? Texts.DeadLetters_WasDiscarded : null;
        return problem;
    });

    private async Task DoAsync(string queue, Func<Task<ApiProblem?>> act)
    {
        _busy = true;
        try
        {
            var problem = await act();
            var list = await Api.DeadLettersAsync(queue, LettersAtOnce, CancellationToken.None);
            (_problem, _shown) = (problem ?? list.Problem, list.Value);
            await Changed.InvokeAsync();
        }
        finally
        {
            _busy = false;
        }
    }
}
