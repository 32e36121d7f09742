namespace GarminSync.Testing;

/// <summary>A server that the tests made for themselves: a program of this machine, or a container.</summary>
internal interface ITestServer : IAsyncDisposable
{
    /// <summary>Stops the server in good order and keeps its data.</summary>
    Task StopAsync();

    /// <summary>Kills the server and keeps its data.</summary>
    Task KillAsync();
}
