namespace GarminConnect.Client;

/// <summary>What came of the download of an activity's file.</summary>
internal abstract record ActivityDownload
{
    private ActivityDownload()
    {
    }

    /// <param name="File">To be disposed of by whoever receives it.</param>
    internal sealed record Received(ActivityFile File) : ActivityDownload;

    /// <param name="Reason">For people: what is wrong with the file of this activity.</param>
    internal sealed record Unavailable(ActivityFileProblem Problem, string Reason) : ActivityDownload;
}
