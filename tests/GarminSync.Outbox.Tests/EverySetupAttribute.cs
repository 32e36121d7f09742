using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace GarminSync.Outbox.Tests;

/// <summary>Runs the theory on every <see cref="Setup"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EverySetupAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<Setup>().Select(setup => new TheoryDataRow<Setup>(setup))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
