namespace GarminSync.Contracts;

/// <summary>Asks for a sign of life: whether a consumer takes messages, and its state store answers. Answer: <see cref="ConsumersPinged"/>.</summary>
/// <remarks>Gateway → consumers.</remarks>
public sealed record PingConsumers;
