using MassTransit;

namespace GarminSync.Bus;

/// <summary>
/// The name of a queue that belongs to one process and goes with it, for what every process of a program has to hear. It is like that of MassTransit's queue for
/// answers, <c>{host}_{program}_bus_{id}</c>, so that rights given for that one are enough.
/// </summary>
public static class ProcessQueueName
{
    private const string Mark = "_bus_";

    /// <summary>Another one each time.</summary>
    public static string New() => DefaultEndpointNameFormatter.Instance.TemporaryEndpoint("bus");

    /// <summary>Whether a queue of this name is one.</summary>
    public static bool Is(string name) => name.Contains(Mark, StringComparison.Ordinal);
}
