namespace FitTrack.Fit;

/// <summary>What is wrong with a file.</summary>
public enum FitFaultKind
{
    /// <summary>It does not begin with the header of a FIT file.</summary>
    NotFit,

    /// <summary>The header's checksum is wrong.</summary>
    HeaderChecksum,

    /// <summary>The header says that there is no data, but there is: the device did not finish the file.</summary>
    Unfinished,

    /// <summary>The file ends before its data or its checksum do.</summary>
    Truncated,

    /// <summary>The file's checksum is wrong.</summary>
    Checksum,

    /// <summary>A message is defined with an order of bytes that the protocol does not have.</summary>
    BadDefinition,

    /// <summary>A message comes without its definition, so nobody can say how long it is.</summary>
    Undefined,

    /// <summary>A message is longer than the rest of the data.</summary>
    Overrun,

    /// <summary>After the last file comes something that is no FIT file.</summary>
    TrailingData,
}
