namespace FitTrack.CentralDb.Activities.Files;

/// <summary>
/// A file of a bucket that may be there without a record: an upload is under way, or the last record that pointed at it has gone. What has been left is looked at by
/// <see cref="LooseFileRemover"/>. A folder has none.
/// </summary>
internal sealed class LooseFile
{
    public Guid Id { get; init; }

    /// <summary>The file, as <see cref="Activity.FilePath"/> has it.</summary>
    public required string Path { get; init; }

    /// <summary>The bucket's name of an upload in parts; null when there is none.</summary>
    public string? UploadId { get; set; }

    public DateTimeOffset Since { get; init; }

    /// <summary>Whether an upload is under way, or was when its process was killed: until it is too old for that, nobody removes the file.</summary>
    public bool Held { get; init; }
}
