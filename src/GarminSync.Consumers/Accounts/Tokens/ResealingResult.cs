namespace GarminSync.Consumers.Keys;

/// <summary>What became of the accounts.</summary>
/// <param name="Resealed">Accounts whose secrets were sealed again.</param>
/// <param name="Current">Accounts that needed nothing.</param>
/// <param name="Failures">A line for each account that could not be done; never a secret.</param>
internal sealed record ResealingResult(int Resealed, int Current, IReadOnlyList<string> Failures);
