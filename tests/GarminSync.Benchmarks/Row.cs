namespace GarminSync.Benchmarks;

/// <summary>One row of the results.</summary>
/// <param name="Load">What was done.</param>
/// <param name="Figure">What was measured, with its unit.</param>
/// <param name="Value">Ours.</param>
/// <param name="Floor">The same of the floor, in the same run; null when there is none.</param>
internal sealed record Row(string Load, string Figure, double Value, double? Floor = null)
{
    /// <summary>Whether it is for the file only: a reader of the table would get lost in it.</summary>
    public bool IsDetail { get; init; }

    /// <summary>Ours ÷ the floor's.</summary>
    public double? Ratio => Floor is > 0 ? Value / Floor : null;
}
