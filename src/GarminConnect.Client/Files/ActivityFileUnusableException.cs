namespace GarminConnect.Client;

/// <summary>Ends the unpacking of a download; becomes <see cref="ActivityDownload.Unavailable"/> and leaves this folder never.</summary>
internal sealed class ActivityFileUnusableException(ActivityFileProblem problem, string reason) : Exception(reason)
{
    public ActivityFileProblem Problem { get; } = problem;
}
