using Shouldly;
using Xunit;

namespace FitTrack.Fit.Tests;

public class The_package
{
    [Fact]
    public void It_needs_nothing_but_the_framework() =>
        typeof(FitFile).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!).ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal));

    /// <summary>What is public is in one namespace; how it is done is in others.</summary>
    [Fact]
    public void Its_public_types_are_in_one_namespace() =>
        typeof(FitFile).Assembly.GetExportedTypes().ShouldAllBe(type => type.Namespace == "FitTrack.Fit");
}
