namespace GarminSync.Outbox;

/// <summary>The database is away. Whoever asked may ask again: its fault names this type.</summary>
/// <param name="innerException">What the database's driver says.</param>
public sealed class StateStoreAwayException(Exception innerException)
    : Exception($"The state store is out of reach: {innerException.GetBaseException().Message}", innerException);
