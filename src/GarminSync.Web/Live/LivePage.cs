using Microsoft.AspNetCore.Components;

namespace GarminSync.Web.Live;

/// <summary>A page that looks again whenever a stream of events has news.</summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private CancellationTokenSource? _following;
    private string? _path;

    /// <summary>Makes a page of nothing yet.</summary>
    protected LivePage() => Gone = _gone.Token;

    [Inject]
    private LiveNews News { get; set; } = default!;

    /// <summary>Cancelled when the person has left the page; what was begun before may still ask.</summary>
    protected CancellationToken Gone { get; }

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _following?.Dispose();
        _gone.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Which stream; null for none (yet). Asked after each drawing.</summary>
    protected abstract string? Stream();

    /// <summary>Reads anew what the page shows.</summary>
    protected abstract Task LookAsync(CancellationToken cancellationToken);

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (Stream() is { } path && path != _path)
        {
            _path = path;
            _following?.Cancel();
            _following?.Dispose();
            _following = CancellationTokenSource.CreateLinkedTokenSource(Gone);
            _ = FollowAsync(path, _following.Token);
        }
    }

    private async Task FollowAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var _ in News.FollowAsync(path, cancellationToken))
            {
                await InvokeAsync(async () =>
                {
                    await LookAsync(cancellationToken);
                    StateHasChanged();
                });
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Somebody looks at another page by now.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }
}
