namespace FitTrack.Fit;

/// <summary>Something that is wrong with a file.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Position">Where: the number of bytes before it, from the start of the input.</param>
/// <param name="Description">What is wrong, as an English sentence.</param>
public sealed record FitFault(FitFaultKind Kind, long Position, string Description)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Description} (At byte {Position}.)";
}
