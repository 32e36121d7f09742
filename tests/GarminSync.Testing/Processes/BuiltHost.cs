using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace GarminSync.Testing.Processes;

/// <summary>Gets hold of the host that a program builds in its <c>Main</c>, by the event with which every host is announced.</summary>
internal sealed class BuiltHost : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly AsyncLocal<BuiltHost?> Watching = new();

    private readonly TaskCompletionSource<IHost> _host = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IDisposable _listeners;
    private IDisposable? _events;

    public BuiltHost() => _listeners = DiagnosticListener.AllListeners.Subscribe(this);

    public Task<IHost> Host => _host.Task;

    /// <summary>Runs a program; the first host that is built in the course of it is <see cref="Host"/>.</summary>
    public void Watch(Action program)
    {
        Watching.Value = this;
        program();
    }

    public void OnNext(DiagnosticListener value)
    {
        if (Watching.Value == this && value.Name == "Microsoft.Extensions.Hosting")
        {
            _events = value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (Watching.Value == this && value is { Key: "HostBuilt", Value: IHost host })
        {
            _host.TrySetResult(host);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        _listeners.Dispose();
        _events?.Dispose();
    }
}
