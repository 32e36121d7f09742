namespace GarminConnect.Client;

/// <summary>What came of the download of an activity's file.</summary>
/// <remarks>Source: docs/garmin-connect.md, section 5.5.</remarks>
public abstract record ActivityDownload
{
    private ActivityDownload()
    {
    }

    /// <summary>The file is there.</summary>
    /// <param name="File">To be disposed of by whoever receives it.</param>
    public sealed record Received(ActivityFile File) : ActivityDownload;

    /// <summary>There is no usable file.</summary>
    /// <param name="Problem">Why.</param>
    /// <param name="Reason">The same for a person, with the particulars.</param>
    public sealed record Unavailable(ActivityFileProblem Problem, string Reason) : ActivityDownload;
}
