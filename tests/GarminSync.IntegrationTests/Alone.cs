using Xunit;

namespace GarminSync.IntegrationTests;

/// <summary>For tests that need the whole machine: they run when no others do.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
