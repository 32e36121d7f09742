namespace GarminSync.Contracts;

/// <summary>The answer to <see cref="PingConsumers"/>.</summary>
/// <remarks>Consumers → gateway.</remarks>
public sealed record ConsumersPinged;
