using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Tests.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Accounts;

public sealed class When_an_account_is_unlinked
{
    [Fact]
    public async Task CentralDB_forgets_its_secrets_and_all_its_jobs_are_cancelled()
    {
        await using var centralDb = await ScriptedServer.StartAsync(Answer.Json("{}"));
        await using var host = await SyncHost.StartAsync(settings: ("CentralDb:Url", centralDb.Url.ToString()));
        await host.LinkAsync();
        await host.LinkAsync("43");
        var ended = await host.StartWithPlanAsync(1);
        await host.TellAsync((await host.InFlightAsync(ended)).Single().Failed(retry: false));
        var running = await host.StartWithPlanAsync(3);
        var waiting = await host.StartAsync();
        var other = await host.StartAsync("43");

        var answer = await host.AskAsync<UnlinkGarminAccount, GarminAccountUnlinked, SyncRefused>(new UnlinkGarminAccount { UserId = SyncHost.User });

        answer.ShouldBe(new GarminAccountUnlinked { UserId = SyncHost.User });
        centralDb.Requests.ShouldHaveSingleItem().Text.ShouldContain("\"access_token\":null");
        (await host.ReadAsync(db => db.Set<GarminAccount>().SingleAsync(account => account.UserId == SyncHost.User))).Linked.ShouldBeFalse();
        (await host.StateAsync(running)).ShouldBe("Cancelled");
        (await host.StateAsync(waiting)).ShouldBe("Cancelled");
        (await host.StateAsync(other)).ShouldBe("Planning");
        (await host.ItemsAsync(ended)).Concat(await host.ItemsAsync(running)).ShouldAllBe(item => item.Order == "");
    }
}
