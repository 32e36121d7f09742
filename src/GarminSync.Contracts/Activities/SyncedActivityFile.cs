namespace GarminSync.Contracts;

/// <summary>One file of an activity in CentralDB.</summary>
public sealed record SyncedActivityFile
{
    /// <summary>CentralDB's id of the record that holds the file.</summary>
    public string? CentralDbActivityId { get; init; }

    /// <summary><c>fit</c>, <c>tcx</c> or <c>gpx</c>.</summary>
    public required string Format { get; init; }

    /// <summary>Which of several files of the same original it is, from 1; absent when there is one.</summary>
    public int? Part { get; init; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Size of the file in bytes.</summary>
    public required long SizeBytes { get; init; }
}
