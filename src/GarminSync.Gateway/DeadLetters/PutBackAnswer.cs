namespace GarminSync.Gateway.DeadLetters;

/// <summary>What was put back.</summary>
/// <param name="PutBack">How many messages are in their queues again.</param>
/// <param name="Kept">How many stay, because nothing says where they are from.</param>
/// <param name="Left">How many were not looked at, because one call takes 1,000; call again.</param>
internal sealed record PutBackAnswer(int PutBack, int Kept, int Left);
