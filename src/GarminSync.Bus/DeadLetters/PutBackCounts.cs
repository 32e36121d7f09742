namespace GarminSync.Bus.DeadLetters;

/// <summary>What came of putting back all of a queue.</summary>
/// <param name="PutBack">Put back.</param>
/// <param name="Kept">Looked at and left there, because nothing says where they are from.</param>
/// <param name="Left">Not looked at: beyond what one call takes.</param>
public sealed record PutBackCounts(int PutBack, int Kept, int Left);
