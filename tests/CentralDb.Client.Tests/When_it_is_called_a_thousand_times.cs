using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace CentralDb.Client.Tests;

public sealed class When_it_is_called_a_thousand_times
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_assembly_is_made_for_it_at_run_time()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json("null"));
        await db.InScopeAsync(client => client.GetUserAsync("7", Token));
        var before = MadeAtRunTime();

        for (var call = 0; call < 1000; call++)
        {
            await db.InScopeAsync(client => client.GetUserAsync("7", Token));
        }

        db.Server.Requests.Count.ShouldBe(1001);
        // A test beside this one may have one made. If the client did, there would be one a call.
        MadeAtRunTime().Except(before).Count().ShouldBeLessThan(10);
    }

    // Tests beside this one may load assemblies from files meanwhile. Those are few, and loaded once.
    private static string[] MadeAtRunTime() =>
        [.. AppDomain.CurrentDomain.GetAssemblies().Where(assembly => assembly.IsDynamic || assembly.Location.Length == 0).Select(assembly => $"{assembly.FullName} {assembly.GetHashCode()}")];
}
