using FitTrack.Databases;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Tokens;

public class When_a_token_is_stored(PostgreSqlServer postgres)
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task It_is_read_replaced_and_there_is_one_a_user(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();

        (await centralDb.SendAsync(HttpMethod.Post, "/tokens/", new { user_id = user, hash = "one", expires = "2027-01-01T00:00:00Z" })).Status.ShouldBe(201);
        (await centralDb.SendAsync(HttpMethod.Post, "/tokens/", new { user_id = user, hash = "two" })).Status.ShouldBe(409);

        var stored = (await centralDb.SendAsync(HttpMethod.Get, $"/tokens/{user}")).Body;
        stored.Text("hash").ShouldBe("one");
        stored.Text("expires").ShouldBe("2027-01-01T00:00:00Z");
        stored["created"].ShouldNotBeNull();

        (await centralDb.SendAsync(HttpMethod.Put, $"/tokens/{user}", new { hash = "three", created = "2026-01-01T00:00:00Z" })).Status.ShouldBe(200);
        stored = (await centralDb.SendAsync(HttpMethod.Get, $"/tokens/{user}")).Body;
        stored.Text("hash").ShouldBe("three");
        stored.Text("created").ShouldBe("2026-01-01T00:00:00Z");
        stored["expires"].ShouldBeNull();
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var user = await centralDb.NewUserAsync();

        (await centralDb.SendAsync(HttpMethod.Post, "/tokens/", new { })).Body.BadFields().ShouldBe(["hash", "user_id"]);
        (await centralDb.SendAsync(HttpMethod.Post, "/tokens/", new { user_id = "7", hash = "x" })).Body.BadFields().ShouldBe(["user_id"]);
        (await centralDb.SendAsync(HttpMethod.Post, "/tokens/", new { user_id = Guid.NewGuid(), hash = "x" })).Status.ShouldBe(404);
        (await centralDb.SendAsync(HttpMethod.Put, $"/tokens/{user}", new { hash = "x" })).Status.ShouldBe(404);
        (await centralDb.SendAsync(HttpMethod.Get, $"/tokens/{user}")).Status.ShouldBe(404);
    }
}
