using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Architecture;

public sealed class What_may_know_what
{
    // Each project and the projects that it may name. Whoever adds an arrow here has thought about it.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["GarminSync.Contracts"] = [],
        ["GarminConnect.Client"] = [],
        ["CentralDb.Client"] = [],
        ["FitTrack.Fit"] = [],
        ["FitTrack.Hosting"] = [],
        ["FitTrack.Databases"] = ["FitTrack.Hosting"],
        ["GarminSync.Bus"] = ["FitTrack.Hosting", "GarminSync.Contracts"],
        ["GarminSync.Outbox"] = ["FitTrack.Databases", "FitTrack.Hosting"],
        ["CentralDb"] = ["FitTrack.Databases", "FitTrack.Hosting"],
        ["GarminSync.Web"] = [],
        ["GarminSync.Gateway"] = ["CentralDb.Client", "FitTrack.Fit", "GarminSync.Bus", "GarminSync.Web"],
        ["GarminSync.Consumers"] = ["CentralDb.Client", "FitTrack.Databases", "GarminConnect.Client", "GarminSync.Bus", "GarminSync.Outbox"],
        ["GarminSync.Standalone"] = ["CentralDb", "GarminSync.Consumers", "GarminSync.Gateway"],
    };

    public static TheoryData<string> Projects => [.. Solution.Projects().Select(project => Path.GetFileNameWithoutExtension(project))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_it_may(string project)
    {
        Allowed.ShouldContainKey(project, $"Say in {nameof(What_may_know_what)} what {project} may reference.");
        References(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)).ShouldBeSubsetOf(Allowed[project]);
    }

    [Theory]
    [InlineData(typeof(GarminConnect.Client.GarminConnectClient))]
    [InlineData(typeof(CentralDb.Client.CentralDbClient))]
    public void A_client_knows_neither_the_bus_nor_a_database_nor_the_rest_of_this_product(Type client) =>
        client.Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!).ShouldNotContain(name =>
            name.StartsWith("MassTransit", StringComparison.Ordinal) || name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            || name.StartsWith("GarminSync", StringComparison.Ordinal) || name.StartsWith("FitTrack", StringComparison.Ordinal));

    [Fact]
    public void The_contracts_need_nothing_but_the_framework() =>
        Solution.Contracts.GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .ShouldAllBe(name => name == "netstandard" || name == "System" || name.StartsWith("System.", StringComparison.Ordinal));

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Load(Solution.Projects().Single(path => Path.GetFileNameWithoutExtension(path) == project))
            .Descendants(kind).Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'));
}
