using GarminSync.Testing;

namespace GarminSync.Gateway.Tests;

/// <summary>A broker for those that need a real one. They run one after the other, because some stop it; each leaves it running.</summary>
[CollectionDefinition(nameof(OneBroker))]
public sealed class OneBroker : ICollectionFixture<RabbitMqBroker>;
